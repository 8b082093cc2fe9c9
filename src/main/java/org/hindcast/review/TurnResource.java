package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.forecast.QuestionView;
import org.hindcast.question.Question;
import org.hindcast.web.Body;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;

/** Whose turn it is, changed by those whose turn it is. */
@Path("/api/v1/questions")
@RolesAllowed(Role.REVIEWER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class TurnResource {

    /** @param until the day from which on it waits again, within a month */
    record Snooze(LocalDate until) {
    }

    /** @param to username of another reviewer */
    record HandOver(String to, String note) {
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;
    @Inject
    Snoozing snoozing;
    @Inject
    HandingOver handingOver;

    @POST
    @Path("{id}/snoozes")
    @Transactional
    @Idempotent
    public Response snooze(@RestPath UUID id, Snooze sent) {
        Instant now = clock.instant();
        snoozing.snooze(id, Body.of(sent).until(), me.get(), now);
        return created(id, now);
    }

    @POST
    @Path("{id}/hand-overs")
    @Transactional
    @Idempotent
    public Response handOver(@RestPath UUID id, HandOver sent) {
        Instant now = clock.instant();
        handingOver.handOver(id, Body.of(sent).to(), sent.note(), me.get(), now);
        return created(id, now);
    }

    private Response created(UUID id, Instant now) {
        return Response.status(Response.Status.CREATED).entity(QuestionView.of(Question.byId(id), now, site.baseUrl())).build();
    }
}
