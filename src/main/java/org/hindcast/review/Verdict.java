package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.account.Account;
import org.hindcast.question.Evidence;
import org.hindcast.question.Question;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * What one reviewer said of a question, on which evidence. Binds to the version of the criteria, and counts in the round, it
 * was given in.
 */
@Entity
@Immutable
public class Verdict extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public UUID questionId;
    public int questionVersion;
    public int round;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account reviewer;
    @Enumerated(EnumType.STRING)
    public Answer outcome;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Evidence> evidence;
    public String note;
    public LocalDate recheckOn;
    public Instant createdAt;

    static Verdict give(Question question, NewVerdict given, Account reviewer, Instant now) {
        Verdict verdict = new Verdict();
        verdict.questionId = question.id;
        verdict.questionVersion = question.version;
        verdict.round = question.round;
        verdict.reviewer = reviewer;
        verdict.outcome = given.outcome();
        verdict.evidence = given.evidence();
        verdict.note = given.note();
        verdict.recheckOn = given.recheckOn();
        verdict.createdAt = now;
        verdict.persist();
        return verdict;
    }

    /** What counts towards a resolution: each reviewer's last word of this round, if it is this one. */
    static List<Verdict> agreeing(Question question, Answer outcome) {
        return find("""
                from Verdict v where v.questionId = ?1 and v.round = ?2 and v.outcome = ?3 and not exists (
                    from Verdict later where later.questionId = v.questionId and later.round = v.round
                    and later.reviewer = v.reviewer and later.id > v.id)
                order by v.id""", question.id, question.round, outcome).list();
    }

    /** All that was ever said of it, oldest first, with who said it. */
    static List<Verdict> on(UUID question, int limit) {
        return find("from Verdict v join fetch v.reviewer where v.questionId = ?1 order by v.id", question)
                .range(0, limit - 1).list();
    }

    static long countOn(UUID question) {
        return count("questionId", question);
    }

    /** The last word of this reviewer on it, or null. */
    static Verdict last(UUID question, Account reviewer) {
        return find("questionId = ?1 and reviewer = ?2 order by createdAt desc, id desc", question, reviewer).firstResult();
    }

    /** Whether this reviewer has given a verdict, not just put it off, in the round at hand. */
    static boolean hasSpoken(Question question, Account reviewer) {
        return count("questionId = ?1 and round = ?2 and reviewer = ?3 and outcome <> 'NOT_YET'", question.id, question.round,
                reviewer) > 0;
    }

    /** On how many questions this reviewer has said something since then. */
    static long questionsSince(Account reviewer, Instant since) {
        return getEntityManager()
                .createQuery("""
                        select count(distinct v.questionId) from Verdict v
                        where v.reviewer = ?1 and v.createdAt >= ?2 and v.outcome <> 'NOT_YET'""", Long.class)
                .setParameter(1, reviewer).setParameter(2, since).getSingleResult();
    }
}
