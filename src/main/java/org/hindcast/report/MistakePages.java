package org.hindcast.report;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Role;
import org.hindcast.web.AdminOverview;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;

/** The mistakes that were reported, by due date, and where admins settle them. */
@Path("/admin/mistakes")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class MistakePages {

    private static final int PAGE = 50;
    private static final String ALL = "ALL";

    public record Line(MistakeReport report, About about, boolean overdue) {
    }

    /**
     * @param status the one that is listed; null: all of them
     * @param next address of the page after this one; null on the last
     */
    public record Listing(MistakeReport.Status status, List<Line> lines, String next) {

        public boolean is(String other) {
            return status == null ? other.equals(ALL) : status.name().equals(other);
        }
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance mistakes(Listing list);

        static native TemplateInstance mistake(Line line, Filled filled, String said, String problem);
    }

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    Reporting reporting;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String status, @RestQuery String cursor) {
        Instant now = clock.instant();
        MistakeReport.Status wanted = ALL.equals(status) ? null
                : status == null || status.isEmpty() ? MistakeReport.Status.OPEN
                        : Enums.parse("status", status, MistakeReport.Status.class);
        Page<Line> page = Page.of(MistakeReport.page(wanted, Cursor.parse(cursor), PAGE), PAGE, MistakeReport::cursor,
                report -> line(report, now));
        return Templates.mistakes(new Listing(wanted, page.items(), page.next() == null ? null
                : new Query("/admin/mistakes").with("status", status).with("cursor", page.next()).toString()));
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id, @RestQuery String done) {
        return page(id, Filled.empty(), done == null ? null : "Settled. The reporter sees the answer under their private link.",
                null);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            NewDecision decision = new NewDecision(filled.choice("status", MistakeReport.Status.class, violations),
                    filled.verbatim("answer", violations));
            violations.throwIfAny();
            reporting.decide(id, decision, identity.getPrincipal().getName());
            return Response.seeOther(URI.create("/admin/mistakes/" + id + "?done=decided")).build();
        } catch (InvalidInput e) {
            return Response.status(422).entity(page(id, filled.refused(e.violations), null, null)).build();
        } catch (Conflict e) {
            return Response.status(409).entity(page(id, filled, null, e.getMessage())).build();
        }
    }

    void tell(@Observes AdminOverview overview) {
        overview.add(AdminOverview.Line.queue(1, "Mistakes reported", "/admin/mistakes", "an answer",
                MistakeReport.countOpen(), MistakeReport.countOverdue(clock.instant())));
    }

    private TemplateInstance page(UUID id, Filled filled, String said, String problem) {
        return Templates.mistake(line(MistakeReport.byId(id), clock.instant()), filled, said, problem);
    }

    private static Line line(MistakeReport report, Instant now) {
        return new Line(report, About.of(report), report.isOverdue(now));
    }
}
