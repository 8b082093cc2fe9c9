package org.hindcast.forecast;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Forbidden;
import org.hindcast.web.NotFound;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/v1/forecasts")
@Produces(MediaType.APPLICATION_JSON)
class ForecastResource {

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

    @POST
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public Response create(NewForecast sent) {
        Instant now = clock.instant();
        NewForecast given = Body.of(sent);
        Forecast forecast = drafting(now).create(given);
        if (Boolean.TRUE.equals(given.publish())) {
            publish(forecast, now);
        }
        return Response.created(URI.create("/api/v1/forecasts/" + forecast.id)).entity(view(forecast)).build();
    }

    @GET
    @PermitAll
    @Transactional
    public Page<ForecastView> list(@RestQuery String status, @RestQuery String author, @RestQuery String topic,
            @RestQuery String q,
            @RestQuery String due, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Forecast.Status wanted = Enums.parse("status", status, Forecast.Status.class);
        if (wanted == Forecast.Status.DRAFT && !identity.hasRole(Role.EDITOR)) {
            throw identity.isAnonymous() ? new UnauthorizedException() : new Forbidden("Drafts are shown to editors only.");
        }
        var filter = new ForecastFilter(wanted, author, topic, q, due);
        return Page.of(Forecast.page(filter, clock.instant(), Cursor.parse(cursor), size), size, f -> new Cursor("", f.id),
                this::view);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Transactional
    public ForecastView one(@RestPath UUID id) {
        Forecast forecast = Forecast.byId(id);
        if (forecast.status == Forecast.Life.DRAFT && !identity.hasRole(Role.EDITOR)) {
            throw new NotFound("forecast", id);
        }
        return view(forecast);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Transactional
    public Page<History.Entry> history(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        Forecast forecast = Forecast.byId(id);
        if (forecast.status == Forecast.Life.DRAFT) {
            throw new NotFound("published forecast", id);
        }
        return History.of(List.of(forecast.id, forecast.question.id), cursor, limit);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public ForecastView change(@RestPath UUID id, ObjectNode sent) throws JsonProcessingException {
        Forecast forecast = Forecast.byId(id);
        Drafting.refuseUnlessDraft(forecast);
        drafting(clock.instant()).change(forecast, Changes.apply(Body.of(sent), forecast, json), sent.has("question"),
                sent.has("criteria"));
        return view(forecast);
    }

    @POST
    @Path("{id}/publish")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Idempotent
    public ForecastView publish(@RestPath UUID id) {
        Forecast forecast = Forecast.byId(id);
        publish(forecast, clock.instant());
        return view(forecast);
    }

    private void publish(Forecast forecast, Instant now) {
        new Publishing(identity.getPrincipal().getName(), now).publish(forecast);
        moved.fire(new QuestionsMoved(Set.of(forecast.question.id), now));
    }

    private Drafting drafting(Instant now) {
        return new Drafting(identity.getPrincipal().getName(), now);
    }

    private ForecastView view(Forecast forecast) {
        return ForecastView.of(forecast, clock.instant(), site.baseUrl());
    }
}
