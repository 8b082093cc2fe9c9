package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Disputes as admins decide them, by due date. */
@Path("/api/v1/disputes")
@Produces(MediaType.APPLICATION_JSON)
class DisputeResource {

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;
    @Inject
    Disputing disputing;

    @GET
    @RolesAllowed(Role.ADMIN)
    @Transactional
    public Page<DisputeView> list(@RestQuery String status, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Instant now = clock.instant();
        return Page.of(Dispute.page(Enums.parse("status", status, Dispute.Status.class), Cursor.parse(cursor), size), size,
                Dispute::cursor, dispute -> DisputeView.of(dispute, now, site.baseUrl()));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Transactional
    public DisputeView one(@RestPath UUID id) {
        return DisputeView.of(Dispute.byId(id), clock.instant(), site.baseUrl());
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Transactional
    @Idempotent
    public DisputeView decide(@RestPath UUID id, NewRuling sent) {
        Instant now = clock.instant();
        return DisputeView.of(disputing.decide(id, Body.of(sent), me.get(), now), now, site.baseUrl());
    }
}
