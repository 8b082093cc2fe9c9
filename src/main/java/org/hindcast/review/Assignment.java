package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.account.Account;
import org.hindcast.question.Question;
import org.hindcast.web.Conflict;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** It is somebody's turn to give a verdict on a question, in this round and for this date. */
@Entity
public class Assignment extends PanacheEntityBase {

    public static final int FIRST = 0;
    public static final int NEXT = 1;
    public static final int ADMINS = 2;

    /** Why a turn is over. */
    public enum End {
        ANSWERED,
        /** Asked as often as one is, without an answer. */
        PASSED_ON,
        HANDED_OVER,
        AWAY,
        /** No longer a reviewer. */
        GONE,
        /** The question was decided, withdrawn, reopened or dated anew. */
        MOVED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public UUID questionId;
    public int round;
    public LocalDate askedFor;
    public UUID reviewerId;
    /** How far it has come: the first reviewer, the next one, the admins. */
    public int stage;
    public Instant since;
    /** How often they were asked in this turn. */
    public int asked;
    public Instant lastAskedAt;
    /** Not asked, and not in their queue, before then; null: not put off. */
    public Instant snoozedUntil;
    public Instant endedAt;
    @Enumerated(EnumType.STRING)
    public End endedBecause;

    static Assignment begin(Question question, UUID reviewer, int stage, Instant now) {
        Assignment turn = new Assignment();
        turn.questionId = question.id;
        turn.round = question.round;
        turn.askedFor = question.askedFor;
        turn.reviewerId = reviewer;
        turn.stage = stage;
        turn.since = now;
        turn.persist();
        return turn;
    }

    void end(End because, Instant now) {
        endedAt = now;
        endedBecause = because;
    }

    /** Whose turn it is on this question. */
    static List<Assignment> openOn(UUID question) {
        return list("questionId = ?1 and endedAt is null order by id", question);
    }

    /** Their names. */
    static List<String> askedOn(UUID question) {
        return getEntityManager().createQuery("""
                select a.username from Assignment t join Account a on a.id = t.reviewerId
                where t.questionId = ?1 and t.endedAt is null order by a.username""", String.class)
                .setParameter(1, question).getResultList();
    }

    /**
     * The turn of this reviewer; where it is nobody's, it becomes theirs.
     *
     * @throws Conflict where it is that of others, or the question asks nobody
     */
    static Assignment takenUp(Question question, Account reviewer, Instant now) {
        if (question.status != Question.Status.OPEN || question.askedFrom.isAfter(now)) {
            throw new Conflict("The question asks nobody for a verdict now.");
        }
        Assignment mine = of(question.id, reviewer);
        if (mine != null) {
            return mine;
        }
        if (!openOn(question.id).isEmpty()) {
            throw new Conflict("It is the turn of " + String.join(", ", askedOn(question.id)) + ".");
        }
        return begin(question, reviewer.id, FIRST, now);
    }

    private static Assignment of(UUID question, Account reviewer) {
        return find("questionId = ?1 and reviewerId = ?2 and endedAt is null", question, reviewer.id).firstResult();
    }

    /** On which of these this admin is asked because nobody else has answered. */
    public static Set<UUID> lastResort(Account admin, List<UUID> questions) {
        return Set.copyOf(getEntityManager().createQuery("""
                select t.questionId from Assignment t where t.reviewerId = ?1 and t.endedAt is null and t.stage = 2
                and t.questionId in ?2""", UUID.class).setParameter(1, admin.id).setParameter(2, questions).getResultList());
    }
}
