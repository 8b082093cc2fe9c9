package org.hindcast.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hindcast.intake.Extraction;
import org.hindcast.piece.Piece;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** How far the reading of a piece for forecasts has come. What takes long goes on while editors work, on whichever node. */
@Entity
public class DeskReading extends PanacheEntityBase {

    /** What is still at it. */
    public enum Awaited {
        EXTRACTOR,
        /** The language model; what the built-in extractor found lies there. */
        MODEL
    }

    /** As often a reading is begun; one that ends a service each time is given up. */
    private static final int MOST_ATTEMPTS = 3;

    @Id
    public UUID pieceId;
    /** Which one offered, and what is to be known of it; null while none has. */
    public String extractor;
    public String readBy;
    /** When it was begun. */
    public Instant readAt;
    /** Null when it has come to its end. */
    @Enumerated(EnumType.STRING)
    public Awaited awaited;
    /** Until when a node is at what is awaited; null where none has begun. */
    public Instant claimedUntil;
    public int attempts;

    /** What a page says of who read it; null where that was the built-in one and there is nothing to say. */
    public String toldOf() {
        return Extraction.BUILT_IN.equals(extractor) ? null : extractor.endsWith(".") ? extractor : extractor + ".";
    }

    /** @return null where it has not been read */
    static DeskReading of(Piece piece) {
        return findById(piece.id);
    }

    /** Begins it, or begins it again. Whoever reads the same piece at the same time waits until this transaction has ended. */
    static DeskReading begin(Piece piece, String editor, Instant now) {
        getEntityManager().createNativeQuery("""
                insert into desk_reading (piece_id, read_by, read_at, awaited) values (:piece, :editor, :now, 'EXTRACTOR')
                on conflict (piece_id) do update set read_by = :editor, read_at = :now, awaited = 'EXTRACTOR',
                    claimed_until = null, attempts = 0""")
                .setParameter("piece", piece.id).setParameter("editor", editor).setParameter("now", now).executeUpdate();
        return of(piece);
    }

    /** One that waits, or that a node has left lying, for this one to go on with; null where there is none. */
    static DeskReading claim(Instant now, Duration lease) {
        @SuppressWarnings("unchecked")
        List<UUID> claimed = getEntityManager().createNativeQuery("""
                update desk_reading set claimed_until = :until, attempts = attempts + 1 where piece_id = (
                    select piece_id from desk_reading
                    where awaited is not null and (claimed_until is null or claimed_until <= :now)
                    order by read_at limit 1 for update skip locked)
                returning piece_id""", UUID.class).setParameter("until", now.plus(lease)).setParameter("now", now)
                .getResultList();
        return claimed.isEmpty() ? null : findById(claimed.get(0));
    }

    /** The same as it stands now, held until the transaction ends; null where somebody else has gone on with it. */
    DeskReading held() {
        DeskReading held = findById(pieceId, LockModeType.PESSIMISTIC_WRITE);
        return held.awaited == awaited && held.readAt.equals(readAt) ? held : null;
    }

    /** @param awaited what is to come; null for nothing */
    void wasRead(Extraction extraction, Awaited awaited) {
        this.extractor = extraction.told();
        this.awaited = awaited;
    }

    boolean isHopeless() {
        return attempts > MOST_ATTEMPTS;
    }

    void giveUp() {
        extractor = (extractor == null ? "nobody" : extractor)
                + ". It failed several times and was given up; the log of the service says why.";
        awaited = null;
    }
}
