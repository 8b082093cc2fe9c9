package org.hindcast.outbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hindcast.account.Secret;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What the address in one mail turns off. It can do nothing else, and ends with the address it was sent to. */
@Entity
public class UnsubscribeToken extends PanacheEntityBase {

    @Id
    public String hash;
    public String list;
    public UUID subject;
    public Instant createdAt;
    public Instant usedAt;

    static void keep(String hash, String list, UUID subject, Instant now) {
        UnsubscribeToken token = new UnsubscribeToken();
        token.hash = hash;
        token.list = list;
        token.subject = subject;
        token.createdAt = now;
        token.persist();
    }

    /** Null where there is none. */
    static UnsubscribeToken shown(String text) {
        return findById(Secret.hash(text));
    }

    /** Those that were sent for this subject turn nothing off any more. */
    static long revoke(UUID subject) {
        return delete("subject", subject);
    }
}
