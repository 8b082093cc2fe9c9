package org.hindcast.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.account.Secret;
import org.hindcast.web.Conditions;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Somebody says that something on a page of ours is wrong. For admins, and for who has the private link; for nobody else. */
@Entity
public class MistakeReport extends PanacheEntityBase {

    public enum Status {
        OPEN,
        ACCEPTED,
        DECLINED
    }

    /** Within so many days it is answered. */
    public static final int DAYS = 14;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @Enumerated(EnumType.STRING)
    public About.Kind aboutKind;
    public UUID aboutId;
    public String aboutSlug;
    public String message;
    /** Where to write to beside the private link; null where none was given. */
    public String email;
    public String linkHash;
    public Instant createdAt;
    /** The last day, in UTC, for an answer. */
    public LocalDate dueOn;
    @Enumerated(EnumType.STRING)
    public Status status;
    public String answer;
    public String decidedBy;
    public Instant decidedAt;

    static MistakeReport open(About about, String message, String email, Secret link, Instant now) {
        MistakeReport report = new MistakeReport();
        report.aboutKind = about.kind();
        report.aboutId = about.id();
        report.aboutSlug = about.slug();
        report.message = message;
        report.email = email;
        report.linkHash = link.hash();
        report.createdAt = now;
        report.dueOn = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS);
        report.status = Status.OPEN;
        return report;
    }

    /** @throws NotFound if there is none */
    static MistakeReport byId(UUID id) {
        return MistakeReport.<MistakeReport> findByIdOptional(id).orElseThrow(() -> new NotFound("report", id));
    }

    /** Nobody else decides it until the end of the transaction. */
    static MistakeReport locked(UUID id) {
        MistakeReport report = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (report == null) {
            throw new NotFound("report", id);
        }
        return report;
    }

    /** @return null where no report has this private link */
    static MistakeReport byLink(String token) {
        return find("linkHash", Secret.hash(token)).firstResult();
    }

    /** By due date, those that must be answered first first; with any status where it is null. */
    static List<MistakeReport> page(Status status, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("status = :status", "status", status);
        if (after != null) {
            conditions.and("(dueOn, id) > (:due, :id)", "due", after.keyAs(key -> LocalDate.parse(key))).with("id", after.id());
        }
        return find(conditions + " order by dueOn, id", conditions.parameters).range(0, limit).list();
    }

    Cursor cursor() {
        return new Cursor(dueOn.toString(), id);
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

    boolean isOverdue(Instant now) {
        return isOpen() && LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(dueOn);
    }

    /** @throws Conflict where somebody has decided it */
    void decide(Status as, String answer, String actor, Instant now) {
        if (!isOpen()) {
            throw new Conflict("%s has decided this report already: %s.".formatted(decidedBy, status));
        }
        this.status = as;
        this.answer = answer;
        this.decidedBy = actor;
        this.decidedAt = now;
    }
}
