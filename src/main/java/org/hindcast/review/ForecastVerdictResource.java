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
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.ForecastView;
import org.hindcast.web.Body;
import org.hindcast.web.Conflict;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.security.identity.SecurityIdentity;

/** A verdict on a forecast is one on its question. */
@Path("/api/v1/forecasts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ForecastVerdictResource {

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
        Forecast forecast = Forecast.byId(id);
        if (forecast.status != Forecast.Life.PUBLISHED) {
            throw new Conflict("The forecast is not published: there is nothing to decide.");
        }
        deciding.decide(forecast.question.id, Body.of(sent), Account.named(identity.getPrincipal().getName()), now);
        return Response.status(Response.Status.CREATED).entity(ForecastView.of(forecast, now, site.baseUrl())).build();
    }
}
