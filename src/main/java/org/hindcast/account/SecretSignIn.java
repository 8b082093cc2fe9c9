package org.hindcast.account;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Whose session or token it is: one row by its key, asked for each time, so that what is ended has ended at once. */
@ApplicationScoped
class SecretSignIn implements IdentityProvider<SecretRequest> {

    @Inject
    Clock clock;
    @Inject
    SessionSettings settings;

    @Override
    public Class<SecretRequest> getRequestType() {
        return SecretRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SecretRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> QuarkusTransaction.requiringNew().call(() -> {
            SecurityIdentity identity = request.way == CurrentAccount.Way.TOKEN ? token(request.secret)
                    : session(request.secret);
            if (identity == null) {
                throw new AuthenticationFailedException();
            }
            return identity;
        }));
    }

    private SecurityIdentity session(String id) {
        Instant now = clock.instant();
        Session session = Session.alive(id, now);
        if (session == null) {
            return null;
        }
        session.use(now, settings);
        return CurrentAccount.identity(session.account, CurrentAccount.Way.SESSION, session.idHash);
    }

    private SecurityIdentity token(String secret) {
        Instant now = clock.instant();
        Token token = Token.alive(secret, now);
        if (token == null) {
            return null;
        }
        token.use(now);
        return CurrentAccount.identity(token.account, CurrentAccount.Way.TOKEN, null);
    }
}
