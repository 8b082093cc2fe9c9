package org.hindcast.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What is asked of the future, once, whoever takes a position on it. */
@Entity
public class Question extends PanacheEntityBase {

    public enum Status {
        OPEN,
        RESOLVED,
        /** Every forecast on it is withdrawn. */
        WITHDRAWN
    }

    /** So often is NOT_YET an answer; then the admins are asked what silence means. */
    public static final int PUT_OFF_TOO_OFTEN = 3;

    private static final int MOST_WORDS = 8;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public String key;
    public int version;
    @Embedded
    public Criteria criteria;
    public Instant dueAt;
    @Enumerated(EnumType.STRING)
    public Status status;
    @Enumerated(EnumType.STRING)
    public Outcome outcome;
    public Instant resolvedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Evidence> evidence = List.of();
    /** Verdicts count in the round they were given in; a reopening and new criteria begin the next. */
    public int round;
    /** How many verdicts of this round said NOT_YET. */
    public int notYet;
    /** The date for which reviewers are asked: {@code dueOn}, later a {@code recheckOn}. */
    public LocalDate askedFor;
    /**
     * When that date has come: the start of the day after {@code dueOn}, or of {@code recheckOn}. From then on it is in the
     * queue.
     */
    public Instant askedFrom;
    /** When the sweep must look at it next; null where nobody is to be asked. */
    public Instant askAt;
    public Instant createdAt;

    public static Question create(String key, Criteria criteria, String actor, Instant now) {
        Question question = new Question();
        question.key = key;
        question.round = 1;
        question.createdAt = now;
        question.status = Status.OPEN;
        question.write(criteria, now);
        question.persist();
        QuestionVersion.keep(question, null, actor, now);
        return question;
    }

    /** @throws NotFound if there is none */
    public static Question byId(UUID id) {
        return Question.<Question> findByIdOptional(id).orElseThrow(() -> new NotFound("question", id));
    }

    /**
     * The question, held until the transaction ends: whoever changes it goes one after the other. @throws NotFound if there is
     * none
     */
    public static Question locked(UUID id) {
        Question question = byId(id);
        getEntityManager().refresh(question, LockModeType.PESSIMISTIC_WRITE);
        return question;
    }

    public static Question byKey(String key) {
        return find("key", key).firstResult();
    }

    /** By id, or by key. @return null if there is none */
    public static Question byIdOrKey(String idOrKey) {
        try {
            return findById(UUID.fromString(idOrKey));
        } catch (IllegalArgumentException e) {
            return byKey(idOrKey);
        }
    }

    /** Those that hold each of these words in their text, or have them in their key; the nearest first. */
    public static List<Question> like(String words, int limit) {
        Conditions conditions = new Conditions();
        String[] each = words.strip().split("\\s+");
        for (int i = 0; i < Math.min(each.length, MOST_WORDS); i++) {
            conditions.and("(criteria.question ilike :w%1$d escape '!' or key ilike :w%1$d escape '!')".formatted(i), "w" + i,
                    Conditions.containing(each[i]));
        }
        conditions.with("words", words);
        return find("where " + conditions + " order by function('word_similarity', :words, criteria.question) desc, id desc",
                conditions.parameters).range(0, limit - 1).list();
    }

    /** By due date, the earliest first. */
    public static List<Question> page(QuestionFilter filter, Instant now, Cursor after, int limit) {
        Conditions conditions = filter.conditions(now);
        if (after != null) {
            conditions.and("(q.dueAt, q.id) > (:afterDue, :afterId)", "afterDue", after.keyAs(Instant::parse));
            conditions.with("afterId", after.id());
        }
        return find("from Question q where " + conditions + " order by q.dueAt, q.id", conditions.parameters).range(0, limit)
                .list();
    }

    /** Open questions that are due, the longest waiting first. */
    public static List<Question> dueBefore(Instant now, int limit) {
        return find("status = ?1 and dueAt <= ?2 order by dueAt, id", Status.OPEN, now).range(0, limit - 1).list();
    }

    /** The last resolved, newest first. */
    public static List<Question> lastResolved(int limit) {
        return find("resolvedAt is not null order by resolvedAt desc, id desc").range(0, limit - 1).list();
    }

    /** The last resolved of a topic, newest first. */
    public static List<Question> lastResolved(String topic, int limit) {
        Conditions conditions = new QuestionFilter(Status.RESOLVED, topic, null).conditions(null);
        return find("from Question q where " + conditions + " order by q.resolvedAt desc, q.id desc", conditions.parameters)
                .range(0, limit - 1).list();
    }

    /** Holds these questions until the transaction ends, always in the same order, so that nobody waits in a circle. */
    public static void lock(Collection<UUID> ids) {
        getEntityManager().createQuery("select q.id from Question q where q.id in ?1 order by q.id", UUID.class)
                .setParameter(1, ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    public boolean isDue(Instant now) {
        return status == Status.OPEN && !dueAt.isAfter(now);
    }

    /** Decided, but its due date has not passed: shown, and in no aggregate yet. */
    public boolean isProvisional(Instant now) {
        return outcome != null && dueAt.isAfter(now);
    }

    /** The day on which it was resolved, where the question is; null while it is open. */
    public LocalDate resolvedOn() {
        return resolvedAt == null ? null : resolvedAt.atZone(zone()).toLocalDate();
    }

    public void resolve(Outcome as, List<Evidence> because, Instant now) {
        status = Status.RESOLVED;
        outcome = as;
        evidence = because;
        resolvedAt = now;
        askAt = null;
    }

    /** Open again, as if nobody had said anything yet. */
    public void reopen(Instant now) {
        status = Status.OPEN;
        outcome = null;
        evidence = List.of();
        resolvedAt = null;
        round++;
        notYet = 0;
        askAgain(now);
    }

    /** New criteria: a new version, on which no verdict of the older ones counts. */
    public void amend(Criteria anew, String reason, String actor, Instant now) {
        version++;
        write(anew, now);
        reopen(now);
        QuestionVersion.keep(this, reason, actor, now);
    }

    /** Nothing has shown yet: asked again on that date, but the third time at once, of those who apply what silence means. */
    public void waitUntil(LocalDate recheckOn, Instant now) {
        notYet++;
        if (notYet == PUT_OFF_TOO_OFTEN && !dueAt.isAfter(now)) {
            askAgain(now);
            return;
        }
        ask(recheckOn, recheckOn.atStartOfDay(zone()).toInstant(), now);
    }

    public void withdraw() {
        status = Status.WITHDRAWN;
        askAt = null;
    }

    private void write(Criteria anew, Instant now) {
        version = Math.max(version, 1);
        criteria = anew;
        dueAt = anew.dueAt();
        ask(anew.dueOn(), dueAt, now);
    }

    private void askAgain(Instant now) {
        if (dueAt.isAfter(now)) {
            ask(criteria.dueOn(), dueAt, now);
        } else {
            ask(now.atZone(zone()).toLocalDate(), now, now);
        }
    }

    private void ask(LocalDate date, Instant from, Instant now) {
        askedFor = date;
        askedFrom = from;
        askNext(now);
    }

    /** For the sweep to look at next, once that date has come: what was past when it came on record waits since then. */
    public void askNext(Instant now) {
        askAt = askedFrom.isAfter(now) ? askedFrom : now;
    }

    public ZoneId zone() {
        return ZoneId.of(criteria.timeZone());
    }
}
