package org.hindcast.account;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.ext.web.RoutingContext;

/** Opens a session for a browser whose person has just been recognised. */
@ApplicationScoped
class SigningIn {

    @Inject
    Clock clock;
    @Inject
    SessionSettings settings;
    @Inject
    SessionCookie cookie;

    /**
     * @param verified as it was when the password, or the word of a provider, was looked at
     * @return null where the account has been shut out or has another password by now
     */
    @Transactional
    public NewCookie open(Account verified, String way, RoutingContext request) {
        Account account = Account.unchanged(verified);
        if (account == null) {
            return null;
        }
        Access access = new Access(account, account.username, clock.instant());
        return cookie.holding(access.signIn(request.request().getHeader("User-Agent"), way, cookie.read(request), settings),
                request);
    }
}
