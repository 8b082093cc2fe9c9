package org.hindcast.account;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Who this request is made by. */
@RequestScoped
public class CurrentAccount {

    /** How they proved it. */
    enum Way {
        PASSWORD,
        TOKEN,
        SESSION
    }

    private static final String ID = "hindcast.account";
    private static final String WAY = "hindcast.way";
    private static final String SESSION = "hindcast.session";

    @Inject
    SecurityIdentity identity;

    /** @param session hash of the session's id, where there is one */
    static SecurityIdentity identity(Account account, Way way, String session) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(account.username))
                .addRoles(account.allRoles())
                .addAttribute(ID, account.id).addAttribute(WAY, way).addAttribute(SESSION, session == null ? "" : session)
                .build();
    }

    /**
     * The account as it is now, within the transaction at hand.
     *
     * @throws UnauthorizedException where nobody is signed in
     */
    public Account get() {
        return Account.findById(id());
    }

    public UUID id() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        return identity.getAttribute(ID);
    }

    public String username() {
        return identity.getPrincipal().getName();
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    Way way() {
        return identity.getAttribute(WAY);
    }

    /** Hash of the session's id; empty without a session. */
    String session() {
        return identity.getAttribute(SESSION);
    }
}
