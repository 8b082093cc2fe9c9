package org.hindcast.outbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hindcast.account.Account;
import org.hindcast.account.Secret;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What the link in one mail turns off. It can do nothing else, and ends when the account has another address. */
@Entity
public class UnsubscribeToken extends PanacheEntityBase {

    @Id
    public String hash;
    public String list;
    public UUID subject;
    /** Of the address that the mail went to. */
    public String addressHash;
    public Instant createdAt;
    public Instant usedAt;

    static void keep(String hash, String list, UUID subject, String address, Instant now) {
        UnsubscribeToken token = new UnsubscribeToken();
        token.hash = hash;
        token.list = list;
        token.subject = subject;
        token.addressHash = Secret.hash(address);
        token.createdAt = now;
        token.persist();
    }

    /** Null where there is none, or no longer. */
    static UnsubscribeToken shown(String text) {
        UnsubscribeToken token = findById(Secret.hash(text));
        Account account = token == null ? null : Account.findById(token.subject);
        boolean moved = account != null
                && (account.email == null || !Secret.hash(account.email).equals(token.addressHash));
        return moved ? null : token;
    }
}
