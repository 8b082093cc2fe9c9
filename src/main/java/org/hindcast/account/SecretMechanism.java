package org.hindcast.account;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * A token in {@code Authorization: Bearer}, or the cookie of a session. What is said in {@code Authorization} counts, not the
 * cookie that a browser adds by itself.
 */
@ApplicationScoped
class SecretMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    SessionCookie cookie;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        String authorization = request.request().getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? providers.authenticate(new SecretRequest(CurrentAccount.Way.TOKEN,
                            authorization.substring(BEARER.length()).strip()))
                    : Uni.createFrom().nullItem();
        }
        String id = cookie.read(request);
        if (id == null) {
            return Uni.createFrom().nullItem();
        }
        // Reading stays public for who comes with the cookie of a session that has ended
        return providers.authenticate(new SecretRequest(CurrentAccount.Way.SESSION, id))
                .onFailure(AuthenticationFailedException.class).recoverWithNull();
    }

    /** Ours are sent by ProblemMappers. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SecretRequest.class);
    }

    /** Before Basic and OpenID Connect, which leave alone what is not theirs. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 2_000;
    }
}
