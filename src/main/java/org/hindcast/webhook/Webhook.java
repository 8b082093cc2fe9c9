package org.hindcast.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Where somebody has what they are told sent, by a machine to a machine. */
@Entity
public class Webhook extends PanacheEntityBase {

    public enum Format {
        /** JSON, signed as Standard Webhooks. */
        STANDARD,
        SLACK,
        DISCORD
    }

    /** How long the secret before the last rotation signs as well. */
    static final Duration FORMER_SIGNS = Duration.ofDays(1);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public UUID accountId;
    public String url;
    @Enumerated(EnumType.STRING)
    public Format format;
    public String secret;
    public String formerSecret;
    public Instant formerUntil;
    public Instant createdAt;
    /** The last one that was taken; null for none yet. */
    public Instant takenAt;
    /** When the first was not taken since then; null where all were. */
    public Instant failingSince;
    public String lastError;
    /** Since when nothing is sent there; null: it is on. */
    public Instant offAt;
    public String offBecause;

    static Webhook create(UUID account, String url, Format format, Instant now) {
        Webhook webhook = new Webhook();
        webhook.accountId = account;
        webhook.url = url;
        webhook.format = format;
        webhook.secret = Signature.newSecret();
        webhook.createdAt = now;
        webhook.persist();
        return webhook;
    }

    static List<Webhook> page(UUID account, Cursor after, int limit) {
        return find("accountId = ?1 and (?2 is null or id > ?2) order by id", account, after == null ? null : after.id())
                .range(0, limit).list();
    }

    /** Of these accounts, those that are on. */
    static List<Webhook> on(Collection<UUID> accounts) {
        return list("accountId in ?1 and offAt is null order by id", accounts);
    }

    /** Nobody else changes it until the end of the transaction. @throws NotFound also where it is somebody else's */
    static Webhook locked(UUID account, UUID id) {
        return Webhook.<Webhook> find("accountId = ?1 and id = ?2", account, id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional().orElseThrow(() -> new NotFound("webhook", id));
    }

    /**
     * The same for what is sent there: null where it was deleted. Without holding it, a secret rotated meanwhile would be
     * undone.
     */
    static Webhook locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void rotate(Instant now) {
        formerSecret = secret;
        formerUntil = now.plus(FORMER_SIGNS);
        secret = Signature.newSecret();
    }

    /** By each secret that is valid now, with blanks between. */
    String signatures(String message, long timestamp, byte[] body, Instant now) {
        String signature = Signature.of(secret, message, timestamp, body);
        return formerUntil == null || !now.isBefore(formerUntil) ? signature
                : signature + " " + Signature.of(formerSecret, message, timestamp, body);
    }

    void turnOff(String because, Instant now) {
        offAt = now;
        offBecause = because;
    }

    void turnOn() {
        offAt = null;
        offBecause = null;
        failingSince = null;
        lastError = null;
    }

    public boolean isOn() {
        return offAt == null;
    }

    public boolean isSigned() {
        return format == Format.STANDARD;
    }

    /** Its address without what only its owner may know. */
    public String shown() {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + "/…";
    }

    @Override
    public String toString() {
        return "webhook " + id;
    }
}
