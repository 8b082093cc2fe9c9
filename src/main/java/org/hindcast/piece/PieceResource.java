package org.hindcast.piece;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.web.Body;

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
        Stored stored = Stored.of(Body.of(sent).validated(), identity.getPrincipal().getName(), clock.instant());
        return (stored.isNew() ? Response.created(location(stored.piece())) : Response.ok().location(location(stored.piece())))
                .entity(PieceView.of(stored.piece())).build();
    }

    private static URI location(Piece piece) {
        return URI.create("/api/v1/pieces/" + piece.slug);
    }
}
