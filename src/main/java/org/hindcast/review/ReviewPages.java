package org.hindcast.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

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
import org.hindcast.review.ReviewQueue.Asked;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.hindcast.web.Violations;
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
    private static final Page<Waiting> NONE = new Page<>(List.of(), null);

    /**
     * @param mine asked of this reviewer, or of nobody yet; empty on the pages of what is asked of others
     * @param others the first of those asked of others, whom they may help
     * @param next address of the page after this one; null on the last
     */
    public record Queue(List<Waiting> mine, List<Waiting> others, String next, String nextOthers) {
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance reviews(Queue queue, Progress progress, String done);

        static native TemplateInstance desk(Desk desk);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Deciding deciding;
    @Inject
    Snoozing snoozing;
    @Inject
    HandingOver handingOver;

    @GET
    @Transactional
    public TemplateInstance queue(@RestQuery String asked, @RestQuery String cursor, @RestQuery String decided,
            @RestQuery String later, @RestQuery String handed) {
        Instant now = clock.instant();
        Account reviewer = me.get();
        String done = later != null ? putOff(id(later), reviewer)
                : handed != null ? handedOver(id(handed)) : done(id(decided), reviewer);
        boolean others = "others".equals(asked);
        Cursor from = Cursor.parse(cursor);
        Page<Waiting> mine = others ? NONE : page(Asked.ME, reviewer, now, from);
        Page<Waiting> theirs = others || from == null ? page(Asked.OTHERS, reviewer, now, others ? from : null) : NONE;
        return Templates.reviews(new Queue(mine.items(), theirs.items(), next(mine, null), next(theirs, "others")),
                Progress.of(reviewer, now), done);
    }

    private static Page<Waiting> page(Asked asked, Account reviewer, Instant now, Cursor from) {
        return Page.of(ReviewQueue.of(asked, reviewer, now, from, PAGE), PAGE, ReviewQueue::cursor,
                question -> Waiting.of(question, now));
    }

    private static String next(Page<Waiting> page, String asked) {
        return page.next() == null ? null : new Query("/reviews").with("asked", asked).with("cursor", page.next()).toString();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id, @RestQuery String decided) {
        return Templates.desk(Desk.of(Question.byId(id), me.get(), new VerdictForm(Filled.empty()), done(id(decided), me.get()),
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

    @POST
    @Path("{id}/later")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response later(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled typed = Filled.of(sent);
        return change(id, typed, (violations, now) -> {
            LocalDate until = typed.date("until", violations);
            violations.throwIfAny();
            snoozing.snooze(id, until, me.get(), now);
        }, "later=" + id);
    }

    @POST
    @Path("{id}/hand-over")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOver(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled typed = Filled.of(sent);
        return change(id, typed, (violations, now) -> {
            String to = typed.text("to", violations);
            String note = violations.optional("why", typed.text("why", violations), HandingOver.LONGEST_NOTE);
            violations.throwIfAny();
            handingOver.handOver(id, to, note, me.get(), now);
        }, "handed=" + id);
    }

    private Response change(UUID id, Filled typed, BiConsumer<Violations, Instant> change, String done) {
        try {
            QuarkusTransaction.requiringNew().run(() -> change.accept(new Violations(), clock.instant()));
            return Response.seeOther(URI.create("/reviews?" + done)).build();
        } catch (InvalidInput e) {
            return again(422, id, new VerdictForm(typed.refused(e.violations)), null);
        } catch (Conflict e) {
            return again(409, id, new VerdictForm(typed), e.getMessage());
        }
    }

    private Question decide(UUID id, VerdictForm form) {
        Instant now = clock.instant();
        Account reviewer = me.get();
        Question question = Question.locked(id);
        if (question.status == Question.Status.OPEN && !form.isOf(question)) {
            throw new Conflict("Something happened to this question while you were looking at it.");
        }
        Question next = ReviewQueue.after(question, reviewer, now);
        deciding.decide(id, form.verdict(), reviewer, now);
        return next;
    }

    private Response again(int status, UUID id, VerdictForm form, String conflict) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(Templates.desk(Desk.of(Question.byId(id), me.get(), form, null, conflict, clock.instant())))
                .build());
    }

    /** What this reviewer said last, in a sentence; null where they said nothing of it. */
    private static String done(UUID decided, Account reviewer) {
        Verdict verdict = decided == null ? null : Verdict.last(decided, reviewer);
        if (verdict == null) {
            return null;
        }
        Question question = Question.byId(verdict.questionId);
        String said = switch (verdict.outcome) {
            case NOT_YET -> "Later: asked again on " + Formats.date(verdict.recheckOn) + ".";
            default -> "Decided " + verdict.outcome + "."
                    + (question.status == Question.Status.OPEN ? " It takes another reviewer's word to resolve it." : "");
        };
        return said + quoted(question);
    }

    private static String putOff(UUID later, Account reviewer) {
        Assignment turn = later == null ? null : Assignment.of(later, reviewer);
        return turn == null || turn.snoozedUntil == null ? null
                : "Put off: it waits for you again on "
                        + Formats.date(turn.snoozedUntil.atZone(ZoneId.of(reviewer.timeZone)).toLocalDate()) + "."
                        + quoted(Question.byId(later));
    }

    private static String handedOver(UUID handed) {
        String to = handed == null ? ""
                : Assignment.askedOn(handed).stream().map(Assignment.Asked::reviewer).collect(Collectors.joining(", "));
        return to.isEmpty() ? null : "Handed over to " + to + ", who is told within minutes." + quoted(Question.byId(handed));
    }

    private static String quoted(Question question) {
        return " “" + question.criteria.question() + "”";
    }

    /** Null where it is none. */
    private static UUID id(String sent) {
        return sent == null || !sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? null : UUID.fromString(sent);
    }
}
