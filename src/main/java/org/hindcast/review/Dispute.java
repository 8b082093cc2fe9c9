package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.account.Account;
import org.hindcast.question.Evidence;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Somebody with an account says that what a question was resolved to is wrong. Public, with what admins decided. */
@Entity
public class Dispute extends PanacheEntityBase {

    public enum Status {
        OPEN,
        /** The outcome stands. */
        UPHELD,
        /** The question was reopened, or resolved anew. */
        GRANTED,
        /** The outcome that it disputes ended for another reason before it was decided. */
        OVERTAKEN
    }

    /** Within so many days it is decided. */
    public static final int DAYS = 14;

    private static final String WHOLE = "from Dispute d join fetch d.question join fetch d.resolution join fetch d.account ";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Question question;
    /** The one that is disputed. */
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Resolution resolution;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account account;
    public String reason;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Evidence> evidence;
    public Instant createdAt;
    /** The last day, in UTC, for a decision. */
    public LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    public Status status;
    /** What it was resolved to instead; null where it was not, or was reopened. */
    @Enumerated(EnumType.STRING)
    public Outcome decidedOutcome;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Evidence> decidedEvidence = List.of();
    public String decidedBecause;
    public String decidedBy;
    /** Whether who decided had a hand in the outcome, or disputed it: only where there was no other admin. */
    public boolean decidedByParty;
    public Instant decidedAt;

    static Dispute open(Question question, Resolution resolution, NewDispute given, Account account, Instant now) {
        Dispute dispute = new Dispute();
        dispute.question = question;
        dispute.resolution = resolution;
        dispute.account = account;
        dispute.reason = given.reason();
        dispute.evidence = given.evidence();
        dispute.createdAt = now;
        dispute.dueOn = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS);
        dispute.status = Status.OPEN;
        dispute.persist();
        return dispute;
    }

    /** With its question, the outcome and who disputes it. @throws NotFound if there is none */
    static Dispute byId(UUID id) {
        return Dispute.<Dispute> find(WHOLE + "where d.id = ?1", id).singleResultOptional()
                .orElseThrow(() -> new NotFound("dispute", id));
    }

    /** Its question is held, and with it the dispute: whoever changes either holds the question first. */
    static Dispute held(UUID id) {
        Dispute dispute = byId(id);
        Question.locked(dispute.question.id);
        getEntityManager().refresh(dispute, LockModeType.PESSIMISTIC_WRITE);
        return dispute;
    }

    /** By due date, those that must be decided first first; with any status where it is null. */
    static List<Dispute> page(Status status, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("d.status = :status", "status", status);
        if (after != null) {
            conditions.and("(d.dueOn, d.id) > (:due, :id)", "due", after.keyAs(key -> LocalDate.parse(key)))
                    .with("id", after.id());
        }
        return find(WHOLE + "where " + conditions + " order by d.dueOn, d.id", conditions.parameters).range(0, limit).list();
    }

    Cursor cursor() {
        return new Cursor(dueOn.toString(), id);
    }

    /** All that was ever disputed about a question, oldest first. */
    static List<Dispute> on(UUID question, Cursor after, int limit) {
        return oneByOne(new Conditions().and("d.question.id = :of", "of", question), after, limit);
    }

    /** What this account disputes, the first first. */
    static List<Dispute> by(Account account, Cursor after, int limit) {
        return oneByOne(new Conditions().and("d.account = :of", "of", account), after, limit);
    }

    private static List<Dispute> oneByOne(Conditions conditions, Cursor after, int limit) {
        conditions.and("d.id > :after", "after", after == null ? null : after.id());
        return find(WHOLE + "where " + conditions + " order by d.id", conditions.parameters).range(0, limit).list();
    }

    /** Those that wait for a decision on the question's outcome. */
    static List<Dispute> openOn(UUID question) {
        return find(WHOLE + "where d.question.id = ?1 and d.status = ?2 order by d.id", question, Status.OPEN).list();
    }

    /** Those of these questions that wait for a decision on an outcome which is no longer in force. */
    static List<Dispute> openOnEnded(Set<UUID> questions) {
        return find(WHOLE + "where d.question.id in ?1 and d.status = ?2 and d.resolution.endedAt is not null order by d.id",
                questions, Status.OPEN).list();
    }

    static long countOpen(Account account) {
        return count("account = ?1 and status = ?2", account, Status.OPEN);
    }

    static long countOpen() {
        return count("status", Status.OPEN);
    }

    static long countOverdue(Instant now) {
        return count("status = ?1 and dueOn < ?2", Status.OPEN, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public boolean isOverdue(Instant now) {
        return isOpen() && LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(dueOn);
    }

    /**
     * Who is not to decide it where somebody else can: who resolved the question, whose verdicts count in that, and who
     * disputes it.
     */
    Set<String> parties() {
        Set<String> parties = Verdict.agreeing(question, Answer.of(resolution.outcome)).stream()
                .map(verdict -> verdict.reviewer.username).collect(Collectors.toCollection(TreeSet::new));
        parties.add(resolution.actor);
        parties.add(account.username);
        openOn(question.id).forEach(other -> parties.add(other.account.username));
        return parties;
    }

    void end(Status as, String because, String by, Instant now) {
        status = as;
        decidedBecause = because;
        decidedBy = by;
        decidedAt = now;
    }
}
