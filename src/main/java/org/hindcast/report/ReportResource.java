package org.hindcast.report;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;

@Path("/api/v1/reports")
@RolesAllowed(Role.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {

    /** @param link the one way to see what becomes of the report; told this once */
    record Taken(String link) {
    }

    /** A report as admins see it. */
    record ReportView(UUID id, String about, String message, String email, Instant createdAt, LocalDate dueOn,
            boolean overdue, MistakeReport.Status status, String answer, String decidedBy, Instant decidedAt) {

        static ReportView of(MistakeReport report, Instant now) {
            return new ReportView(report.id, About.of(report).address(), report.message, report.email, report.createdAt,
                    report.dueOn, report.isOverdue(now), report.status, report.answer, report.decidedBy, report.decidedAt);
        }
    }

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    Reporting reporting;
    @Inject
    Site site;

    @POST
    @PermitAll
    public Response report(NewReport sent, HttpServerRequest request) {
        String link = site.baseUrl() + "/report/" + reporting.report(Body.of(sent), request).token();
        return Response.created(URI.create(link)).header(HttpHeaders.CACHE_CONTROL, "no-store").entity(new Taken(link)).build();
    }

    @GET
    @Transactional
    public Page<ReportView> list(@RestQuery String status, @RestQuery String cursor, @RestQuery String limit) {
        Instant now = clock.instant();
        int size = Page.limit(limit);
        return Page.of(
                MistakeReport.page(Enums.parse("status", status, MistakeReport.Status.class), Cursor.parse(cursor), size),
                size, MistakeReport::cursor, report -> ReportView.of(report, now));
    }

    @POST
    @Path("{id}/decision")
    @Transactional
    @Idempotent
    public ReportView decide(@RestPath UUID id, NewDecision sent) {
        return ReportView.of(reporting.decide(id, Body.of(sent), identity.getPrincipal().getName()), clock.instant());
    }
}
