package org.hindcast.question;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The events by which deadlines such as "before the midterms" are read. */
@Path("/api/v1/known-events")
@Produces(MediaType.APPLICATION_JSON)
class KnownEventResource {

    record KnownEventView(UUID id, String name, List<String> otherNames, LocalDate day, String source) {

        static KnownEventView of(KnownEvent event) {
            return new KnownEventView(event.id, event.name, event.otherNames, event.day, event.source);
        }
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;

    @GET
    @PermitAll
    @Transactional
    public Page<KnownEventView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(KnownEvent.page(Cursor.parse(cursor), size), size, event -> new Cursor(event.day.toString(), event.id),
                KnownEventView::of);
    }

    @POST
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public Response create(NewKnownEvent sent) {
        KnownEvent event = KnownEvent.create(Body.of(sent), me.username(), clock.instant());
        return Response.created(URI.create("/api/v1/known-events/" + event.id)).entity(KnownEventView.of(event)).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public KnownEventView change(@RestPath UUID id, NewKnownEvent sent) {
        KnownEvent event = KnownEvent.byId(id);
        event.change(Body.of(sent), me.username(), clock.instant());
        return KnownEventView.of(event);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    public void remove(@RestPath UUID id) {
        KnownEvent.byId(id).remove(me.username(), clock.instant());
    }
}
