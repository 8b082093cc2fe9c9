package org.hindcast.forecast;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import org.hindcast.question.QuestionAmended;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.Forbidden;
import org.hindcast.web.InvalidInput;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A draft to be finished, or a published forecast to be corrected or withdrawn. */
@Path("/edit/forecasts/{id}")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class EditForecastPages {

    /**
     * @param mayCorrect whether who sees it may correct it now
     * @param others how many other forecasts stand on its question
     * @param refused why nothing was done; null where there is no such reason
     */
    public record EditForecast(Forecast forecast, ForecastFields fields, boolean mayCorrect, int others, String refused) {
    }

    @CheckedTemplate(basePath = "forecast")
    static class Templates {
        static native TemplateInstance editForecast(EditForecast page);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Event<QuestionsMoved> moved;
    @Inject
    Event<QuestionAmended> amended;

    /** @param question that a draft is to join, where one was looked for */
    @GET
    @Transactional
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance show(@RestPath UUID id, @RestQuery String question) {
        Forecast forecast = Forecast.byId(id);
        Filled form = ForecastForm.of(forecast);
        return page(forecast, question == null ? form : form.with("question", question), null);
    }

    /** Saves a draft, or publishes it. */
    @POST
    public Response save(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        return answer(id, Filled.of(sent), form -> {
            Instant now = clock.instant();
            boolean publish = form.is("action", "publish");
            Forecast draft = Forecast.byId(id);
            Drafting.refuseUnlessDraft(draft);
            new Drafting(me.username(), now).change(draft, ForecastForm.read(form, draft.piece, draft, publish), true, true);
            if (publish) {
                new Publishing(me.username(), now).publish(draft);
                moved.fire(new QuestionsMoved(Set.of(draft.question.id), now));
            }
            return done(draft, id.toString());
        });
    }

    @POST
    @Path("throw-away")
    public Response throwAway(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        return answer(id, Filled.of(sent), form -> {
            Forecast draft = Forecast.byId(id);
            new Drafting(me.username(), clock.instant()).throwAway(draft);
            return done(draft, "gone");
        });
    }

    /** Nobody can decide it: kept with the reason, and no draft any more. */
    @POST
    @Path("unresolvable")
    public Response keepUnresolvable(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Forecast draft = Forecast.byId(id);
                Unresolvable.of(draft, ForecastForm.text(form, "reason"), me.username(), clock.instant());
                return done(draft, "unresolvable");
            });
        } catch (InvalidInput e) {
            return again(422, id, asStored(id).refused(e.violations), null);
        } catch (Conflict e) {
            return again(409, id, asStored(id), e.getMessage());
        }
    }

    private static Filled asStored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> ForecastForm.of(Forecast.byId(id)));
    }

    @POST
    @Path("corrections")
    public Response correct(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        return answer(id, Filled.of(sent), form -> {
            Instant now = clock.instant();
            Forecast forecast = held(id, ForecastForm.text(form, "question"), now);
            NewForecast wanted = ForecastForm.read(form, forecast.piece, forecast, true);
            Set<UUID> questions = correcting(form, now).correct(forecast, wanted);
            moved.fire(new QuestionsMoved(questions, now));
            return done(forecast, id.toString());
        });
    }

    @POST
    @Path("withdrawals")
    public Response withdraw(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        return answer(id, Filled.of(sent), form -> {
            Instant now = clock.instant();
            Forecast forecast = held(id, null, now);
            correcting(form, now).withdraw(forecast);
            moved.fire(new QuestionsMoved(Set.of(forecast.question.id), now));
            return done(forecast, id.toString());
        });
    }

    private Forecast held(UUID id, String otherQuestion, Instant now) {
        return Correcting.held(id, otherQuestion, me.hasRole(Role.ADMIN), now);
    }

    private Correcting correcting(Filled form, Instant now) {
        return new Correcting(me.username(), Correcting.reason(ForecastForm.text(form, "reason")), now, amended::fire);
    }

    private static Response done(Forecast forecast, String what) {
        return Response.seeOther(URI.create("/edit/pieces/" + forecast.piece.slug + "?done=" + what)).build();
    }

    /** Does it in one transaction, or shows the form again as it was filled in. */
    private Response answer(UUID id, Filled form, Function<Filled, Response> change) {
        if (ForecastForm.isSearch(form) || ForecastForm.isCheck(form)) {
            return again(200, id, form, null);
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> change.apply(form));
        } catch (InvalidInput e) {
            return again(422, id, form.refused(e.violations), null);
        } catch (Conflict e) {
            return again(409, id, form, e.getMessage());
        } catch (Forbidden e) {
            return again(403, id, form, e.getMessage());
        }
    }

    private Response again(int status, UUID id, Filled form, String refused) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(page(Forecast.byId(id), form, refused)).build());
    }

    private TemplateInstance page(Forecast forecast, Filled form, String refused) {
        Instant now = clock.instant();
        boolean published = forecast.status == Forecast.Life.PUBLISHED;
        return Templates.editForecast(new EditForecast(forecast,
                ForecastFields.of(form, forecast.status != Forecast.Life.DRAFT, now),
                published && (forecast.question.dueAt.isAfter(now) || me.hasRole(Role.ADMIN)),
                published ? Math.max(0, Forecast.on(Set.of(forecast.question.id), QuestionView.MOST_FORECASTS).size() - 1) : 0,
                refused));
    }
}
