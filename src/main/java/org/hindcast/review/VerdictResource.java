package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
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

import org.hindcast.account.Account;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.forecast.QuestionView;
import org.hindcast.question.Question;
import org.hindcast.web.Body;
import org.hindcast.web.Site;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/v1/questions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class VerdictResource {

    record Reopening(String reason) {
    }

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    Site site;
    @Inject
    Deciding deciding;

    @POST
    @Path("{id}/verdicts")
    @RolesAllowed(Role.REVIEWER)
    @Transactional
    @Idempotent
    public Response decide(@RestPath UUID id, NewVerdict sent) {
        Instant now = clock.instant();
        Question question = deciding.decide(id, Body.of(sent), reviewer(), now);
        return created(QuestionView.of(question, now, site.baseUrl()));
    }

    @POST
    @Path("{id}/reopenings")
    @RolesAllowed(Role.ADMIN)
    @Transactional
    @Idempotent
    public Response reopen(@RestPath UUID id, Reopening sent) {
        Violations violations = new Violations();
        String reason = violations.required("reason", Body.of(sent).reason(), 2000);
        violations.throwIfAny();
        Instant now = clock.instant();
        return created(
                QuestionView.of(deciding.reopen(id, identity.getPrincipal().getName(), reason, now), now, site.baseUrl()));
    }

    private Account reviewer() {
        return Account.named(identity.getPrincipal().getName());
    }

    private static Response created(Object view) {
        return Response.status(Response.Status.CREATED).entity(view).build();
    }
}
