package org.hindcast.desk;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hindcast.intake.Extraction;
import org.hindcast.piece.Piece;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** When a piece was last read for forecasts, which is done once: a long one takes seconds. */
@Entity
public class DeskReading extends PanacheEntityBase {

    @Id
    public UUID pieceId;
    /** Which one offered; where a language model had a part, or could not have, with what is to be known of it. */
    public String extractor;
    public String readBy;
    public Instant readAt;

    /** What a page says of it; null where the built-in one read it and there is nothing to say. */
    public String toldOf() {
        return extractor.equals(Extraction.BUILT_IN) ? null : extractor;
    }

    /** @return null where it has not been read */
    static DeskReading of(Piece piece) {
        return findById(piece.id);
    }

    /** Whoever reads the same piece at the same time waits until this transaction has ended. */
    static void put(Piece piece, String extractor, String editor, Instant now) {
        getEntityManager().createNativeQuery("""
                insert into desk_reading (piece_id, extractor, read_by, read_at) values (:piece, :extractor, :editor, :now)
                on conflict (piece_id) do update set extractor = :extractor, read_by = :editor, read_at = :now""")
                .setParameter("piece", piece.id).setParameter("extractor", extractor).setParameter("editor", editor)
                .setParameter("now", now).executeUpdate();
    }
}
