package org.hindcast.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

/** Pieces with candidates that are still to be decided. */
@Path("/api/v1/desks")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class OpenDeskResource {

    /** The piece that was stored last comes first. */
    @GET
    @Transactional
    public Page<OpenDesk> list(@RestQuery String cursor, @RestQuery String limit) {
        return OpenDesk.page(Cursor.parse(cursor), Page.limit(limit));
    }
}
