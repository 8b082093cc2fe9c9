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
import org.hindcast.web.NameLock;

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

    /**
     * Who offered the words that were labelled.
     *
     * @param confidence the built-in extractor's, 0..1; null where it offered nothing there
     * @param model the language model that marked them; null where none did
     * @param promptHash SHA-256 of what that was asked; null with it
     */
    public record Offer(Float confidence, String model, String promptHash) {
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
    /** See {@link Offer}, as the two below. */
    public Float confidence;
    public String model;
    public String promptHash;
    public String labelledBy;
    public Instant labelledAt;

    /** Whoever labels a piece holds its labels first, until the transaction ends: two may label the same place. */
    public static void hold(Piece piece) {
        NameLock.hold("labels", piece.id.toString());
    }

    /** Labels this place, whatever it was labelled before. The labels of the piece are held. */
    public static ExtractionLabel put(Piece piece, int start, int end, Verdict verdict, Offer offer, String by,
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
        label.confidence = offer.confidence;
        label.model = offer.model;
        label.promptHash = offer.promptHash;
        label.labelledBy = by;
        label.labelledAt = now;
        if (isNew) {
            label.persist();
        }
        return label;
    }

    /** Null where nobody offered these words, and an editor chose them. */
    Offered.By offeredBy() {
        return model == null ? confidence == null ? null : Offered.By.BUILT_IN
                : confidence == null ? Offered.By.MODEL : Offered.By.BOTH;
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
