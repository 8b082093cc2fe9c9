package org.hindcast.forecast;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;

/** A claim that nobody can decide. */
@Path("/api/v1/unresolvable/{id}")
@Produces(MediaType.APPLICATION_JSON)
class UnresolvableResource {

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;

    @GET
    @PermitAll
    @Transactional
    public UnresolvableView one(@RestPath UUID id) {
        return UnresolvableView.of(Unresolvable.byId(id));
    }

    /** Somebody has found criteria for it. */
    @POST
    @Path("draft")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Idempotent
    public Response draft(@RestPath UUID id) {
        Forecast draft = Unresolvable.byId(id).draft(me.username(), clock.instant());
        return Response.created(URI.create("/api/v1/forecasts/" + draft.id))
                .entity(ForecastView.of(draft, clock.instant(), site.baseUrl())).build();
    }
}
