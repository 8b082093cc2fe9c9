package org.hindcast.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.piece.Piece;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What an editor made of some words of a piece. The extractor is trained from these. */
@Entity
public class ExtractionLabel extends PanacheEntityBase {

    public enum Verdict {
        /** A forecast of the piece's author. */
        ACCEPTED,
        /** A forecast of somebody else, whom the author reports. */
        REPORTED,
        /** No forecast. */
        REJECTED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Piece piece;
    /** In UTF-16 code units into the piece's text. */
    public int startsAt;
    /** Exclusive. */
    public int endsAt;
    @Enumerated(EnumType.STRING)
    public Verdict verdict;
    /** The extractor's, 0..1, when it offered the candidate; null where it offered none. */
    public Float confidence;
    /** The language model that had a part in what was offered; null where there was none. */
    public String model;
    /** SHA-256 of what it was asked; null with it. */
    public String promptHash;
    public String labelledBy;
    public Instant labelledAt;

    /** Labels this place, whatever it was labelled before. */
    public static ExtractionLabel put(Piece piece, int start, int end, Verdict verdict, Float confidence, String by,
            Instant now) {
        ExtractionLabel label = find("piece = ?1 and startsAt = ?2 and endsAt = ?3", piece, start, end).firstResult();
        boolean isNew = label == null;
        if (isNew) {
            label = new ExtractionLabel();
            label.piece = piece;
            label.startsAt = start;
            label.endsAt = end;
        }
        label.verdict = verdict;
        label.confidence = confidence;
        label.labelledBy = by;
        label.labelledAt = now;
        if (isNew) {
            label.persist();
        }
        return label;
    }

    /** Nothing is said of this place any more. */
    public static void remove(Piece piece, int start, int end) {
        delete("piece = ?1 and startsAt = ?2 and endsAt = ?3", piece, start, end);
    }

    /** The pieces, oldest first, that have labels. */
    static List<Piece> labelled(Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (after != null) {
            conditions.and("p.id > :id", "id", after.id());
        }
        return Piece.<Piece> find("from Piece p where " + conditions
                + " and exists (select 1 from ExtractionLabel l where l.piece = p) order by p.id", conditions.parameters)
                .range(0, limit).list();
    }

    static List<ExtractionLabel> of(Collection<Piece> pieces) {
        return list("piece in ?1 order by startsAt, endsAt", pieces);
    }
}
