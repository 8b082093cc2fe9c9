package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

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
    /** Who gave it to them, where somebody did; null otherwise. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "handedBy")
    public Account handedBy;
    /** Why; null where they did not say. */
    public String handedNote;
    public Instant endedAt;
    @Enumerated(EnumType.STRING)
    public End endedBecause;

    /**
     * Whose turn it is.
     *
     * @param handedBy who gave it to them; null where nobody did
     * @param why null where that was not said
     */
    public record Asked(String reviewer, String handedBy, String why) {
    }

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

    /** The same by name. */
    static List<Asked> askedOn(UUID question) {
        return getEntityManager().createQuery("""
                select a.username, h.username, t.handedNote
                from Assignment t join Account a on a.id = t.reviewerId left join t.handedBy h
                where t.questionId = ?1 and t.endedAt is null order by a.username""", Asked.class)
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
            throw new Conflict("It is the turn of "
                    + askedOn(question.id).stream().map(Asked::reviewer).collect(Collectors.joining(", ")) + ".");
        }
        return begin(question, reviewer.id, FIRST, now);
    }

    /** Theirs on this question; null where it is not their turn. */
    static Assignment of(UUID question, Account reviewer) {
        return find("questionId = ?1 and reviewerId = ?2 and endedAt is null", question, reviewer.id).firstResult();
    }

    /** Theirs on these questions, by question. */
    public static Map<UUID, Assignment> of(Collection<UUID> questions, Account reviewer) {
        return Assignment.<Assignment> find("""
                from Assignment t left join fetch t.handedBy
                where t.questionId in ?1 and t.reviewerId = ?2 and t.endedAt is null""", questions, reviewer.id).stream()
                .collect(Collectors.toMap(turn -> turn.questionId, turn -> turn));
    }

    /** Whether an admin is asked because nobody else has answered. */
    public boolean isLastResort() {
        return stage == ADMINS && handedBy == null;
    }
}
