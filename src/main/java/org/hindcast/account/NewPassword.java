package org.hindcast.account;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hindcast.web.Conflict;
import org.hindcast.web.Violations;

import io.vertx.core.http.HttpServerRequest;

/** What is sent to change one's own password. */
record NewPassword(String current, String password) {

    @Override
    public String toString() {
        return "a password";
    }

    /** Who has another's session or token still does not know the password: it is asked for, and guesses are counted. */
    @ApplicationScoped
    static class Changing {

        @Inject
        Clock clock;
        @Inject
        CurrentAccount me;
        @Inject
        Passwords passwords;

        /**
         * Ends all sessions but one.
         *
         * @param keptSession hash of the id of the one to keep
         * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
         */
        @Transactional
        public void change(NewPassword wanted, HttpServerRequest request, String keptSession) {
            Violations violations = new Violations();
            violations.required("current", wanted.current, 1000);
            if (violations.required("password", wanted.password, 1000) != null) {
                NewAccount.validatePassword(wanted.password, violations);
            }
            violations.throwIfAny();
            Account verified = passwords.check(me.username(), wanted.current, ClientAddress.key(request));
            if (verified == null) {
                violations.add("current", "is not your password");
            }
            violations.throwIfAny();
            Account account = Account.unchanged(verified);
            if (account == null) {
                throw new Conflict("The account was changed at the same moment; sign in again.");
            }
            account.setPassword(wanted.password);
            new Access(account, account.username, clock.instant()).passwordChanged(keptSession);
        }
    }
}
