package org.hindcast.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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

import org.hindcast.account.Account;
import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.question.Question;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The review desk: what waits, and one question after the other to be decided. */
@Path("/reviews")
@RolesAllowed(Role.REVIEWER)
@Produces(MediaType.TEXT_HTML)
class ReviewPages {

    private static final int PAGE = 50;

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance reviews(List<Waiting> queue, Progress progress, String next, String done);

        static native TemplateInstance desk(Desk desk);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Deciding deciding;

    @GET
    @Transactional
    public TemplateInstance queue(@RestQuery String cursor, @RestQuery String decided) {
        Instant now = clock.instant();
        Account reviewer = me.get();
        Page<Waiting> page = Page.of(ReviewQueue.of(reviewer, now, Cursor.parse(cursor), PAGE), PAGE, ReviewQueue::cursor,
                question -> Waiting.of(question, now));
        return Templates.reviews(page.items(), Progress.of(reviewer, now),
                page.next() == null ? null : new Query("/reviews").with("cursor", page.next()).toString(),
                done(decided, reviewer));
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id, @RestQuery String decided) {
        return Templates.desk(Desk.of(Question.byId(id), me.get(), new VerdictForm(Filled.empty()), done(decided, me.get()),
                null, clock.instant()));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled typed = Filled.of(sent);
        VerdictForm form = new VerdictForm(typed);
        if (typed.has("more")) {
            return again(200, id, form, null);
        }
        try {
            Question next = QuarkusTransaction.requiringNew().call(() -> decide(id, form));
            return Response.seeOther(URI.create("/reviews" + (next == null ? "" : "/" + next.id) + "?decided=" + id)).build();
        } catch (InvalidInput e) {
            return again(422, id, new VerdictForm(typed.refused(e.violations)), null);
        } catch (Conflict e) {
            return again(409, id, form, e.getMessage());
        }
    }

    private Question decide(UUID id, VerdictForm form) {
        Instant now = clock.instant();
        Account reviewer = me.get();
        Question question = Question.locked(id);
        if (question.status == Question.Status.OPEN && !form.isOf(question)) {
            throw new Conflict("Something happened to this question while you were looking at it.");
        }
        deciding.decide(id, form.verdict(), reviewer, now);
        return ReviewQueue.after(question, reviewer, now);
    }

    private Response again(int status, UUID id, VerdictForm form, String conflict) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(Templates.desk(Desk.of(Question.byId(id), me.get(), form, null, conflict, clock.instant())))
                .build());
    }

    /** What this reviewer said last, in a sentence; null where they said nothing of it. */
    private static String done(String decided, Account reviewer) {
        Verdict verdict = decided == null || !decided.matches("[0-9a-f-]{36}") ? null
                : Verdict.last(UUID.fromString(decided), reviewer);
        if (verdict == null) {
            return null;
        }
        Question question = Question.byId(verdict.questionId);
        String said = switch (verdict.outcome) {
            case NOT_YET -> "Later: asked again on " + Formats.date(verdict.recheckOn) + ".";
            default -> "Decided " + verdict.outcome + "."
                    + (question.status == Question.Status.OPEN ? " It takes another reviewer's word to resolve it." : "");
        };
        return said + " “" + question.criteria.question() + "”";
    }
}
