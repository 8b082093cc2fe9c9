package org.hindcast.calendar;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hindcast.account.Account;
import org.hindcast.account.Secret;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The address of somebody's calendar, one each. It opens nothing else, until it is revoked. */
@Entity
public class CalendarToken extends PanacheEntityBase {

    @Id
    public UUID accountId;
    public String hash;
    public Instant createdAt;

    /** In the place of the one they had. @return to be shown this once */
    static Secret make(Account account, Instant now) {
        revoke(account);
        Secret secret = Secret.random("");
        CalendarToken token = new CalendarToken();
        token.accountId = account.id;
        token.hash = secret.hash();
        token.createdAt = now;
        token.persist();
        return secret;
    }

    /** @return whether there was one */
    static boolean revoke(Account account) {
        return delete("accountId", account.id) > 0;
    }

    /** Whose calendar it opens; null where it opens none, or no longer. */
    static Account opens(String secret) {
        CalendarToken token = find("hash", Secret.hash(secret)).firstResult();
        Account account = token == null ? null : Account.findById(token.accountId);
        return account == null || !account.active ? null : account;
    }
}
