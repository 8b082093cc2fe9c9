package org.hindcast.forecast;

import java.net.URI;
import java.time.Clock;
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
import org.hindcast.web.Body;
import org.jboss.resteasy.reactive.RestPath;

/** Makes a draft that no criteria fit a claim that nobody can decide. */
@Path("/api/v1/forecasts")
@Produces(MediaType.APPLICATION_JSON)
class UnresolvableForecastResource {

    /** @param reason why no criteria fit the claim */
    record Reason(String reason) {
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;

    @POST
    @Path("{id}/unresolvable")
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public Response keep(@RestPath UUID id, Reason sent) {
        Unresolvable kept = Unresolvable.of(Forecast.byId(id), Body.of(sent).reason(), me.username(), clock.instant());
        return Response.created(URI.create("/api/v1/unresolvable/" + kept.id)).entity(UnresolvableView.of(kept)).build();
    }
}
