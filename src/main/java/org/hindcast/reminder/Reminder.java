package org.hindcast.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;
import org.hindcast.account.Account;
import org.hindcast.question.Question;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A reviewer asked for a verdict on a question. Its key makes that happen once per step. Written by {@link Asking} in SQL. */
@Entity
@Immutable
@IdClass(Reminder.Key.class)
public class Reminder extends PanacheEntityBase {

    /** MAIL where the reviewer has an address and wants mail; INBOX: it stands in the review queue. */
    public enum Channel {
        MAIL,
        INBOX
    }

    public enum Status {
        /** To be sent. */
        READY,
        /** Being sent. */
        LEASED,
        /** The mail was handed over and no answer came: tried once more. */
        UNKNOWN,
        SENT,
        /** The mail could not be delivered; an admin may have it tried again. */
        DEAD,
        /** No longer due before it was sent. */
        CANCELLED;

        /** The same for people. */
        public String word() {
            return this == DEAD ? "given up" : name().toLowerCase(Locale.ROOT);
        }
    }

    record Key(UUID reviewerId, UUID questionId, LocalDate askedFor, int step) {
    }

    private static final String FAILED = "r.lastError is not null and r.status = 'READY'";

    @Id
    public UUID reviewerId;
    @Id
    public UUID questionId;
    @Id
    public LocalDate askedFor;
    @Id
    public int step;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reviewerId", insertable = false, updatable = false)
    public Account reviewer;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "questionId", insertable = false, updatable = false)
    public Question question;
    @Enumerated(EnumType.STRING)
    public Channel channel;
    @Enumerated(EnumType.STRING)
    public Status status;
    public int attempts;
    public String lastError;
    /** That of the outbox which tells of it; null where there is none. */
    public UUID mail;
    public Instant createdAt;

    /** How many wait to be sent again after an error. */
    static long countFailed() {
        return count("from Reminder r where " + FAILED);
    }

    public boolean hasFailed() {
        return lastError != null && status == Status.READY;
    }

    public boolean isDead() {
        return status == Status.DEAD;
    }

    /** The latest first. */
    static List<Reminder> page(ReminderFilter filter, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("r.questionId = :question", "question", filter.question())
                .and("r.status = :status", "status", filter.status());
        if (filter.failed()) {
            conditions.and(FAILED);
        }
        if (after != null) {
            String[] key = after.keyAs(text -> text.split("/", 4));
            conditions.and("(r.createdAt, r.questionId, r.reviewerId, r.step) < (:created, :id, :reviewer, :step)", "created",
                    after.keyAs(text -> Instant.parse(key[0])));
            conditions.with("id", after.id())
                    .with("reviewer", after.keyAs(text -> UUID.fromString(key[1])))
                    .with("step", after.keyAs(text -> Integer.valueOf(key[2])));
        }
        return find("from Reminder r join fetch r.reviewer join fetch r.question where " + conditions
                + " order by r.createdAt desc, r.questionId desc, r.reviewerId desc, r.step desc", conditions.parameters)
                .range(0, limit).list();
    }

    /** What this mail tells, the longest waiting first, a question once, with the questions. */
    static List<Reminder> inMail(UUID mail, int limit) {
        return find("from Reminder r join fetch r.question where r.mail = ?1 and r.status = 'LEASED' and not exists ("
                + "from Reminder later where later.mail = ?1 and later.status = 'LEASED' and later.questionId = r.questionId"
                + " and later.step > r.step) order by r.question.dueAt, r.questionId", mail).range(0, limit - 1).list();
    }

    Cursor cursor() {
        return new Cursor(createdAt + "/" + reviewerId + "/" + step, questionId);
    }
}
