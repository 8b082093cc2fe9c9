package org.hindcast.intake;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Role;
import org.jboss.resteasy.reactive.RestPath;

/** Documents as they were received. */
@Path("/api/v1/received")
@RolesAllowed(Role.EDITOR)
class ReceivedResource {

    /** The bytes, never as something that a browser would show. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Transactional
    public Response bytes(@RestPath UUID id) {
        Received received = Received.byId(id);
        return Response.ok(received.body).header("Content-Disposition", "attachment; filename=\"" + id + "\"")
                .header("ETag", '"' + received.sha256 + '"').build();
    }
}
