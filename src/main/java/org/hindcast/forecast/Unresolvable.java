package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.author.Author;
import org.hindcast.piece.Piece;
import org.hindcast.question.NewCriteria;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;
import org.hindcast.web.Violations;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A claim about the future that nobody can decide: no criteria fit it. On record and counted, on no question, never due, never
 * scored.
 */
@Entity
@Immutable
@Table(name = "unresolvable_claim")
public class Unresolvable extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Author author;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Piece piece;
    @Embedded
    public Claim claim;
    /** As far as an editor came with them. */
    @JdbcTypeCode(SqlTypes.JSON)
    public NewCriteria draftCriteria;
    /** Why no criteria fit it. */
    public String reason;
    public String actor;
    public Instant createdAt;

    /**
     * The draft as a claim that nobody can decide; the draft is gone.
     *
     * @throws org.hindcast.web.Conflict once it is published
     * @throws org.hindcast.web.InvalidInput without a reason
     */
    static Unresolvable of(Forecast draft, String reason, String actor, Instant now) {
        Drafting.refuseUnlessDraft(draft);
        Violations violations = new Violations();
        violations.required("reason", reason, 2000);
        violations.throwIfAny();
        Unresolvable kept = new Unresolvable();
        kept.author = draft.author;
        kept.piece = draft.piece;
        kept.claim = draft.claim;
        kept.draftCriteria = draft.draftCriteria;
        kept.reason = reason;
        kept.actor = actor;
        kept.createdAt = now;
        kept.persist();
        new Drafting(actor, now).throwAway(draft);
        RecordedEvent.record(now, actor, "forecast.unresolvable", kept.id,
                Map.of("statement", kept.claim.statement(), "reason", reason, "piece", kept.piece.id));
        return kept;
    }

    /** Somebody has found criteria for it: a draft again, of the same words. */
    Forecast draft(String editor, Instant now) {
        Forecast draft = Forecast.draft(piece, claim, null, draftCriteria, now);
        draft.draftedBy = editor;
        RecordedEvent.record(now, editor, "forecast.resolvable", id, Map.of("statement", claim.statement(), "draft", draft.id));
        delete();
        return draft;
    }

    /** @throws NotFound if there is none */
    static Unresolvable byId(UUID id) {
        return Unresolvable
                .<Unresolvable> find("from Unresolvable u join fetch u.author join fetch u.piece where u.id = ?1", id)
                .firstResultOptional().orElseThrow(() -> new NotFound("unresolvable claim", id));
    }

    /** Newest first; one more than the limit, where there are. @param author null for all */
    static List<Unresolvable> page(Author author, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("u.author = :author", "author", author)
                .and("u.id < :after", "after", after == null ? null : after.id());
        return find("from Unresolvable u join fetch u.author join fetch u.piece where " + conditions + " order by u.id desc",
                conditions.parameters).range(0, limit).list();
    }

    static long count(Author author) {
        return count("author", author);
    }
}
