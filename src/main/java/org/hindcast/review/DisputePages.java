package org.hindcast.review;

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

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.web.AdminOverview;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Filled;
import org.hindcast.web.Forbidden;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The outcomes that are disputed, by due date, and where admins decide. */
@Path("/admin/disputes")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class DisputePages {

    private static final int PAGE = 50;
    private static final int MOST_VERDICTS = 200;
    private static final String ALL = "ALL";

    public record Line(Dispute dispute, boolean overdue) {
    }

    /**
     * @param status the one that is listed; null: all of them
     * @param next address of the page after this one; null on the last
     */
    public record Listing(Dispute.Status status, List<Line> lines, String next) {

        public boolean is(String other) {
            return status == null ? other.equals(ALL) : status.name().equals(other);
        }
    }

    /** @param refused why nothing was done; null where there is no such reason */
    public record Case(Dispute dispute, boolean overdue, List<Said> verdicts, Impartiality impartiality, RulingForm form,
            String said, String refused) {
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance disputes(Listing list);

        static native TemplateInstance dispute(Case it);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Disputing disputing;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String status, @RestQuery String cursor) {
        Instant now = clock.instant();
        Dispute.Status wanted = ALL.equals(status) ? null
                : Query.given(status) == null ? Dispute.Status.OPEN : Enums.parse("status", status, Dispute.Status.class);
        Page<Line> page = Page.of(Dispute.page(wanted, Cursor.parse(cursor), PAGE), PAGE, Dispute::cursor,
                dispute -> new Line(dispute, dispute.isOverdue(now)));
        return Templates.disputes(new Listing(wanted, page.items(), page.next() == null ? null
                : new Query("/admin/disputes").with("status", status).with("cursor", page.next()).toString()));
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id, @RestQuery String done) {
        return page(id, null, done == null ? null : "Decided. It stands on the question's page, for everybody to see.", null);
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        RulingForm form = new RulingForm(Filled.of(sent));
        if (form.typed.has("more")) {
            return again(200, id, form, null);
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> disputing.decide(id, form.ruling(), me.get(), clock.instant()));
            return Response.seeOther(URI.create("/admin/disputes/" + id + "?done=decided")).build();
        } catch (InvalidInput e) {
            return again(422, id, form.refused(e), null);
        } catch (Forbidden e) {
            return again(403, id, form, e.getMessage());
        } catch (Conflict e) {
            return again(409, id, form, e.getMessage());
        }
    }

    void tell(@Observes AdminOverview overview) {
        overview.add(AdminOverview.Line.queue(2, "Outcomes disputed", "/admin/disputes", "a decision", Dispute.countOpen(),
                Dispute.countOverdue(clock.instant())));
    }

    private Response again(int status, UUID id, RulingForm form, String refused) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(page(id, form, null, refused)).build());
    }

    /** @param form null: still to be filled in */
    private TemplateInstance page(UUID id, RulingForm form, String said, String refused) {
        Dispute dispute = Dispute.byId(id);
        List<Said> verdicts = Verdict.on(dispute.question.id, MOST_VERDICTS).stream()
                .map(verdict -> Said.of(verdict, dispute.question, false)).toList();
        return Templates.dispute(new Case(dispute, dispute.isOverdue(clock.instant()), verdicts,
                Impartiality.of(dispute, me.get()), form == null ? RulingForm.of(dispute.question) : form, said, refused));
    }
}
