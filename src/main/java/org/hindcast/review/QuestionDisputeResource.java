package org.hindcast.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.question.Question;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;

/** Whoever has an account says that an outcome is wrong; everybody reads it. */
@Path("/api/v1/questions/{id}/disputes")
@Produces(MediaType.APPLICATION_JSON)
class QuestionDisputeResource {

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;
    @Inject
    Disputing disputing;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Transactional
    @Idempotent
    public Response open(@RestPath UUID id, NewDispute sent) {
        Instant now = clock.instant();
        Dispute dispute = disputing.open(id, Body.of(sent), me.get(), now);
        return Response.created(URI.create("/api/v1/disputes/" + dispute.id))
                .entity(DisputeView.of(dispute, now, site.baseUrl())).build();
    }

    @GET
    @PermitAll
    @Transactional
    public Page<DisputeView> list(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Instant now = clock.instant();
        return Page.of(Dispute.on(Question.byId(id).id, Cursor.parse(cursor), size), size,
                dispute -> new Cursor("", dispute.id), dispute -> DisputeView.of(dispute, now, site.baseUrl()));
    }
}
