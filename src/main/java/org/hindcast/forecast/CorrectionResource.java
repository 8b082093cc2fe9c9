package org.hindcast.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import org.hindcast.question.QuestionAmended;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Body;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.security.identity.SecurityIdentity;

/** Our own mistakes in what is published: misquotes, wrong dates, duplicates. */
@Path("/api/v1/forecasts")
@RolesAllowed(Role.EDITOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class CorrectionResource {

    record Withdrawal(String reason) {
    }

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    ObjectMapper json;
    @Inject
    Site site;
    @Inject
    Event<QuestionsMoved> moved;
    @Inject
    Event<QuestionAmended> amended;

    @POST
    @Path("{id}/corrections")
    @Transactional
    @Idempotent
    public Response correct(@RestPath UUID id, ObjectNode sent) throws JsonProcessingException {
        ObjectNode changes = Body.of(sent).deepCopy();
        String reason = Correcting.reason(changes.path("reason").isTextual() ? changes.path("reason").textValue() : null);
        changes.remove("reason");
        Instant now = clock.instant();
        Forecast forecast = held(id, changes.path("question").textValue(), now);
        NewForecast wanted = forecast.question == null ? NewForecast.of(forecast) : Changes.apply(changes, forecast, json);
        Set<UUID> questions = correcting(reason, now).correct(forecast, wanted);
        moved.fire(new QuestionsMoved(questions, now));
        return Response.status(Response.Status.CREATED).entity(ForecastView.of(forecast, now, site.baseUrl())).build();
    }

    @POST
    @Path("{id}/withdrawals")
    @Transactional
    @Idempotent
    public Response withdraw(@RestPath UUID id, Withdrawal sent) {
        String reason = Correcting.reason(Body.of(sent).reason());
        Instant now = clock.instant();
        Forecast forecast = held(id, null, now);
        correcting(reason, now).withdraw(forecast);
        moved.fire(new QuestionsMoved(Set.of(forecast.question.id), now));
        return Response.status(Response.Status.CREATED).entity(ForecastView.of(forecast, now, site.baseUrl())).build();
    }

    private Forecast held(UUID id, String otherQuestion, Instant now) {
        return Correcting.held(id, otherQuestion, identity.hasRole(Role.ADMIN), now);
    }

    private Correcting correcting(String reason, Instant now) {
        return new Correcting(identity.getPrincipal().getName(), reason, now, amended::fire);
    }
}
