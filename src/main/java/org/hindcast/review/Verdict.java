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
}
