package org.hindcast.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.hindcast.web.Violations;

/** What is sent to make a token. */
public record NewToken(String name, LocalDate expiresOn) {

    /** A token and its secret, which is shown this once. */
    record Made(Token token, Secret secret) {
    }

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    Made create(Account account, Instant now) {
        Violations violations = new Violations();
        violations.required("name", name, 100);
        LocalDate last = violations.optional("expiresOn", expiresOn);
        if (last != null && last.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            violations.add("expiresOn", "is past; today or a later day is accepted");
        }
        violations.throwIfAny();
        Secret secret = Secret.random(Token.PREFIX);
        Token token = new Token();
        token.account = account;
        token.name = name.strip();
        token.hash = secret.hash();
        token.createdAt = now;
        token.expiresOn = expiresOn;
        token.persist();
        return new Made(token, secret);
    }
}
