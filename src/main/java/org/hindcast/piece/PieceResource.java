package org.hindcast.piece;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.author.Author;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/v1/pieces")
@Produces(MediaType.APPLICATION_JSON)
class PieceResource {

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;

    @POST
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public Response create(NewPiece sent) {
        NewPiece given = Body.of(sent).validated();
        Instant now = clock.instant();
        Author author = Author.findOrCreate(given.author(), now);
        Piece same = Piece.same(author, given.url(), given.text());
        if (same != null) {
            return Response.ok(PieceView.of(same)).location(location(same)).build();
        }
        Piece piece = Piece.create(given, null, author, now);
        RecordedEvent.record(now, identity.getPrincipal().getName(), "piece.created", piece.id, Map.of("slug", piece.slug));
        return Response.created(location(piece)).entity(PieceView.of(piece)).build();
    }

    @GET
    @PermitAll
    @Transactional
    public Page<PieceView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Piece.page(Cursor.parse(cursor), size), size,
                piece -> new Cursor(piece.publishedOn.toString(), piece.id), PieceView::of);
    }

    private static URI location(Piece piece) {
        return URI.create("/api/v1/pieces/" + piece.slug);
    }
}
