package org.hindcast.intake;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Idempotent;
import org.hindcast.piece.Piece;
import org.hindcast.piece.PieceView;
import org.hindcast.piece.Stored;

/** Makes pieces of documents that were read. */
@ApplicationScoped
class Taking {

    @Inject
    Clock clock;

    /** 201 and the new piece, or 200 and the one that is there. */
    @Transactional
    @Idempotent
    public Response take(Document document, NewFetch asked, String by) {
        return answer(stored(document, asked, by));
    }

    /** The same for what came by a feed. */
    @Transactional
    @Idempotent
    public Response take(TakingItems.Taken taken, String by) {
        Stored stored = stored(taken.document(), taken.asked(), by);
        FeedItem.byId(taken.item()).take(stored.piece(), by);
        return answer(stored);
    }

    private Stored stored(Document document, NewFetch asked, String by) {
        Piece known = document.known();
        if (known != null) {
            return new Stored(known, false);
        }
        Instant now = clock.instant();
        Stored stored = Stored.of(asked.of(document.article()), by, now);
        if (stored.isNew()) {
            stored.piece().republished = Boolean.TRUE.equals(asked.republish());
            document.received().became(stored.piece(), by, now);
        }
        return stored;
    }

    static Response answer(Stored stored) {
        URI location = URI.create("/api/v1/pieces/" + stored.piece().slug);
        return (stored.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(PieceView.of(stored.piece())).build();
    }
}
