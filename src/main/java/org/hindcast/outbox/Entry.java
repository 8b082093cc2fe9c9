package org.hindcast.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A row of the outbox. What becomes of it is written in SQL, by {@link Claiming} and {@link Settling}. */
@Entity
@Immutable
@Table(name = "outbox")
public class Entry extends PanacheEntityBase {

    public enum Status {
        /** To be sent when its time has come. */
        READY,
        /** Somebody is sending it, until the lease ends. */
        LEASED,
        /** Handed over, and no answer came: tried once more, with the same Message-ID. */
        UNKNOWN,
        SENT,
        /** Given up; an admin may have it tried again. */
        DEAD,
        /** There was nothing left to say. */
        CANCELLED;

        /** The same for people. */
        public String word() {
            return this == DEAD ? "given up" : name().toLowerCase(Locale.ROOT);
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    public UUID id;
    public String kind;
    @Enumerated(EnumType.STRING)
    public Channel channel;
    public UUID accountId;
    public String address;
    public UUID subject;
    public String messageId;
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> payload;
    @Enumerated(EnumType.STRING)
    public Status status;
    public Instant nextAt;
    public int attempts;
    public int unanswered;
    public long fence;
    public String lastError;
    public Instant createdAt;
    public Instant endedAt;

    static Entry of(Parcel parcel, UUID id, String host, Instant now) {
        Entry entry = new Entry();
        entry.id = id;
        entry.kind = parcel.kind();
        entry.channel = parcel.channel();
        entry.accountId = parcel.account();
        entry.address = parcel.address();
        entry.subject = parcel.subject();
        entry.messageId = "<" + id + "@" + host + ">";
        entry.payload = parcel.payload();
        entry.status = Status.READY;
        entry.nextAt = now;
        entry.createdAt = now;
        return entry;
    }

    /** A UUIDv7 of this time, by which the table is partitioned: not of the machine's time, which may be any. */
    static UUID idAt(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        return new UUID(high, RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    /** The latest first. */
    static List<Entry> page(Status status, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("status = :status", "status", status)
                .and("id < :after", "after", after == null ? null : after.id());
        return find(conditions + " order by id desc", conditions.parameters).range(0, limit).list();
    }

    /** Not yet sent, and not given up. */
    static long countWaiting() {
        return count("status in ('READY', 'LEASED', 'UNKNOWN')");
    }

    /**
     * What waits to be sent, and since when.
     *
     * @param oldest null for none
     * @param oldestUntried since when something should have been tried, and was not; null for none
     */
    record Unsent(long count, Instant oldest, Instant oldestUntried) {
    }

    /**
     * @param mail whether mail can be sent at all; a mail server that is down is told, an endpoint that is left alone is not
     */
    static Unsent unsent(boolean mail) {
        Object[] row = (Object[]) getEntityManager().createNativeQuery("""
                select count(*), min(created_at),
                    min(case when channel = 'MAIL' and attempts = 0 then created_at else next_at end)
                        filter (where channel <> 'MAIL' or :mail)
                from outbox where status in ('READY', 'LEASED', 'UNKNOWN')""", Object[].class).setParameter("mail", mail)
                .getSingleResult();
        return new Unsent((Long) row[0], (Instant) row[1], (Instant) row[2]);
    }

    /** Those given up, the oldest first. */
    static List<UUID> dead(int limit) {
        return getEntityManager().createQuery("select id from Entry where status = 'DEAD' order by id", UUID.class)
                .setMaxResults(limit).getResultList();
    }

    static long countDead() {
        return count("status", Status.DEAD);
    }
}
