package org.hindcast.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.forecast.FilledForecast;
import org.hindcast.piece.Piece;
import org.hindcast.web.Conditions;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.NotFound;
import org.hindcast.web.Violation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What may become a forecast: words of a piece, with the form as far as an editor has come with it. */
@Entity
@Table(name = "desk_card")
public class Card extends PanacheEntityBase {

    /** Who offered it, and how surely. */
    public enum Origin {
        HIGH,
        MAYBE,
        /** A forecast of somebody else, whom the author reports. */
        OTHER,
        /** Words that an editor chose. */
        EDITOR
    }

    public enum Status {
        /** Offered, to be taken up. */
        FOLDED,
        /** Worked at. */
        OPEN,
        PUBLISHED,
        /** No forecast. */
        REJECTED,
        /** Somebody else's forecast. */
        REPORTED,
        /** Kept as one that nobody can decide. */
        UNRESOLVABLE,
        /** Left alone: offered, and not worth a word. It says nothing to whoever trains the extractor. */
        PASSED
    }

    /** More than any piece has that a person would go through. */
    static final int MOST = 1000;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Piece piece;
    /** In UTF-16 code units into the piece's text: the words that were offered, or chosen. */
    public int startsAt;
    /** Exclusive. */
    public int endsAt;
    @Enumerated(EnumType.STRING)
    public Origin origin;
    @Enumerated(EnumType.STRING)
    public Status status;
    @JdbcTypeCode(SqlTypes.JSON)
    public Offer offer;
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> fields;
    /** Why it was not put on record when that was last tried. */
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Violation> refused = List.of();
    public UUID forecastId;
    public int version;
    public String changedBy;
    public Instant changedAt;

    /** In the order of the text. */
    static List<Card> of(Piece piece) {
        return find("piece = ?1 order by startsAt, id", piece).range(0, MOST - 1).list();
    }

    /** How many stand before it, in the order of the text. */
    long before() {
        return count("piece = ?1 and (startsAt, id) < (?2, ?3)", piece, startsAt, id);
    }

    long openBefore() {
        return count("piece = ?1 and status = 'OPEN' and (startsAt, id) < (?2, ?3)", piece, startsAt, id);
    }

    /** @throws NotFound if there is none in this piece */
    static Card of(Piece piece, UUID id) {
        return Card.<Card> find("id = ?1 and piece = ?2", id, piece).firstResultOptional()
                .orElseThrow(() -> new NotFound("card", id));
    }

    /** All of them, held until the transaction ends. */
    static List<Card> held(Piece piece) {
        return find("piece = ?1 order by id", piece).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Those of a piece that somebody changed at this instant or after it, in the order of their ids. */
    static List<Card> changed(Piece piece, Instant since, UUID after, int limit) {
        Conditions conditions = new Conditions().and("piece = :piece", "piece", piece)
                .and("changedAt >= :since", "since", since)
                .and("id > :after", "after", after);
        return find(conditions + " order by id", conditions.parameters).range(0, limit).list();
    }

    /** Held until the transaction ends. @throws NotFound if there is none in this piece */
    static Card locked(Piece piece, UUID id) {
        return Card.<Card> find("id = ?1 and piece = ?2", id, piece).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional().orElseThrow(() -> new NotFound("card", id));
    }

    /** The form with what was typed. */
    Filled form() {
        return Filled.with(fields);
    }

    FilledForecast filled() {
        return filled(form());
    }

    FilledForecast filled(Filled form) {
        return new FilledForecast(form, piece, words(), startsAt);
    }

    /** As they stand in the text. */
    String words() {
        return piece.text.substring(startsAt, endsAt);
    }

    boolean isDecided() {
        return status != Status.FOLDED && status != Status.OPEN;
    }

    void become(Status anew, String editor, Instant now) {
        status = anew;
        touch(editor, now);
    }

    void write(Map<String, String> anew, String editor, Instant now) {
        fields = anew;
        refused = List.of();
        touch(editor, now);
    }

    void touch(String editor, Instant now) {
        version++;
        changedBy = editor;
        changedAt = now;
    }

    /** @throws Conflict where it is none of these any more, saying what became of it */
    void expect(Status... any) {
        if (!List.of(any).contains(status)) {
            String became = switch (status) {
                case FOLDED -> "%s put it back among what may be forecasts.";
                case OPEN -> "%s took it up.";
                case PUBLISHED -> "%s put it on record.";
                case REJECTED -> "%s said that it is no forecast.";
                case REPORTED -> "%s said that it is somebody else's forecast.";
                case UNRESOLVABLE -> "%s kept it as a claim that nobody can decide.";
                case PASSED -> "%s left it alone.";
            };
            throw new Conflict(became.formatted(changedBy));
        }
    }
}
