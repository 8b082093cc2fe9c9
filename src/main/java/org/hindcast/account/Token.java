package org.hindcast.account;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What a program signs in with instead of a name and a password. May do all that its account may. */
@Entity
public class Token extends PanacheEntityBase {

    static final String PREFIX = "hc_";
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne
    public Account account;
    public String name;
    public String hash;
    public Instant createdAt;
    /** The last day, in UTC, on which it is accepted; null: until it is revoked. */
    public LocalDate expiresOn;
    public Instant lastUsedAt;

    /** @return null where there is no such token, or no longer */
    static Token alive(String secret, Instant now) {
        return find("from Token t join fetch t.account where t.hash = ?1 and (t.expiresOn is null or t.expiresOn >= ?2)"
                + " and t.account.active", Secret.hash(secret), LocalDate.ofInstant(now, ZoneOffset.UTC)).firstResult();
    }

    /** The latest first. */
    static List<Token> page(Account account, Cursor after, int limit) {
        return find("account = ?1 and (?2 is null or id < ?2) order by id desc", account, after == null ? null : after.id())
                .range(0, limit).list();
    }

    /** @throws NotFound also where it is somebody else's */
    static Token of(Account account, UUID id) {
        return Token.<Token> find("account = ?1 and id = ?2", account, id).firstResultOptional()
                .orElseThrow(() -> new NotFound("token", id));
    }

    /** By a statement of its own: where it is revoked at the same moment, it stays revoked. */
    void use(Instant now) {
        if (lastUsedAt == null || now.isAfter(lastUsedAt.plus(USED_EVERY))) {
            update("lastUsedAt = ?1 where id = ?2", now, id);
        }
    }
}
