package org.hindcast.piece;

import java.time.Instant;
import java.util.Map;

import org.hindcast.author.Author;
import org.hindcast.record.RecordedEvent;

/** A piece as it came to be stored: new, or the same of the same author that was there already. */
public record Stored(Piece piece, boolean isNew) {

    /**
     * @param given has been validated
     * @throws org.hindcast.web.InvalidInput where it is still to be published
     */
    public static Stored of(NewPiece given, String actor, Instant now) {
        given.refuseUnlessPublished(now);
        Author author = Author.findOrCreate(given.author(), now);
        Piece same = Piece.same(author, given.url(), given.text());
        if (same != null) {
            return new Stored(same, false);
        }
        Piece piece = Piece.create(given, null, author, now);
        RecordedEvent.record(now, actor, "piece.created", piece.id, Map.of("slug", piece.slug));
        return new Stored(piece, true);
    }
}
