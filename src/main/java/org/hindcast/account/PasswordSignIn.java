package org.hindcast.account;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Who a name and a password belong to. An unknown name costs the same time as a wrong password. */
@ApplicationScoped
class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final String nobodysHash = BcryptUtil.bcryptHash("nobody's");

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        String password = new String(request.getPassword().getPassword());
        return context.runBlocking(() -> identify(request.getUsername(), password));
    }

    private SecurityIdentity identify(String username, String password) {
        Account account = QuarkusTransaction.requiringNew().call(() -> Account.named(username));
        boolean known = account != null && account.active
                && password.getBytes(StandardCharsets.UTF_8).length <= Account.LONGEST_PASSWORD;
        if (!(known ? account.isPassword(password) : BcryptUtil.matches("somebody's", nobodysHash))) {
            throw new AuthenticationFailedException();
        }
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(account.username))
                .addRoles(account.allRoles())
                .build();
    }
}
