package org.hindcast.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.web.StrictJson;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Whose name and password these are. An unknown name, an account that is not active and a wrong password have the same answer,
 * cost the same time and count as the same failure.
 */
@ApplicationScoped
class Passwords {

    private static final String WHAT = "failed attempts to sign in with this name or from this address";

    private final String nobodysHash = BcryptUtil.bcryptHash("nobody's");

    @Inject
    Throttle throttle;
    @Inject
    LimitSettings limits;
    @Inject
    VerifiedPasswords verified;

    /**
     * @param address a key for where the request comes from
     * @return null where name and password are not those of an active account
     * @throws org.hindcast.web.TooManyRequests after too many failures
     */
    Account check(String username, String password, String address) {
        Account account = StrictJson.isStorable(username)
                ? QuarkusTransaction.requiringNew().call(() -> Account.named(username))
                : null;
        boolean known = account != null && account.active && account.passwordHash != null
                && password.getBytes(StandardCharsets.UTF_8).length <= Account.LONGEST_PASSWORD;
        if (known && verified.holds(account, password)) {
            return account;
        }
        // Counted before, given back after: a hundred guesses at once are a hundred guesses. Hashed, for people type their
        // password where the name belongs
        String byName = "sign-in:name:" + Secret.hash(username.toLowerCase(Locale.ROOT));
        String byAddress = "sign-in:address:" + address;
        throttle.take(WHAT, byAddress, limits.signIn());
        throttle.take(WHAT, byName, limits.signIn());
        if (!(known ? account.isPassword(password) : BcryptUtil.matches("somebody's", nobodysHash))) {
            return null;
        }
        throttle.giveBack(byName, limits.signIn());
        throttle.giveBack(byAddress, limits.signIn());
        verified.keep(account, password);
        return account;
    }
}
