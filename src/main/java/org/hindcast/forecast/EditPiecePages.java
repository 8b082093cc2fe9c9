package org.hindcast.forecast;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
import org.hindcast.piece.Piece;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A piece as its editors see it: its drafts, what is published, and a form for the next forecast. */
@Path("/edit/pieces/{slug}")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class EditPiecePages {

    /** @param conflict why nothing was done; null where there is no such reason */
    public record EditPiece(Piece piece, List<Highlights.Part> text, List<Forecast> drafts, List<ForecastLine> published,
            ForecastFields fields, String done, String conflict) {
    }

    @CheckedTemplate(basePath = "forecast")
    static class Templates {
        static native TemplateInstance editPiece(EditPiece page);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Event<QuestionsMoved> moved;

    /** @param question that the new forecast is to join, where one was looked for */
    @GET
    @Transactional
    public TemplateInstance show(@RestPath String slug, @RestQuery String done, @RestQuery String question) {
        Piece piece = Piece.bySlug(slug);
        return page(piece, ForecastForm.of(piece).with("question", question), EditDone.sentence(done), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@RestPath String slug, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        if (ForecastForm.isSearch(form) || ForecastForm.isCheck(form)) {
            return again(200, slug, form, null);
        }
        try {
            Forecast added = QuarkusTransaction.requiringNew().call(() -> add(slug, form));
            return Response.seeOther(URI.create("/edit/pieces/" + slug + "?done=" + added.id)).build();
        } catch (InvalidInput e) {
            return again(422, slug, form.refused(e.violations), null);
        } catch (Conflict e) {
            return again(409, slug, form, e.getMessage());
        }
    }

    private Forecast add(String slug, Filled form) {
        Instant now = clock.instant();
        boolean publish = form.is("action", "publish");
        Forecast draft = new Drafting(me.username(), now)
                .create(ForecastForm.read(form, Piece.bySlug(slug), null, publish));
        if (publish) {
            new Publishing(me.username(), now).publish(draft);
            moved.fire(new QuestionsMoved(Set.of(draft.question.id), now));
        }
        return draft;
    }

    private Response again(int status, String slug, Filled form, String conflict) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(page(Piece.bySlug(slug), form, null, conflict)).build());
    }

    private TemplateInstance page(Piece piece, Filled form, String done, String conflict) {
        Instant now = clock.instant();
        List<Forecast> published = Forecast.in(piece);
        return Templates.editPiece(new EditPiece(piece,
                piece.text == null ? List.of() : Highlights.of(piece.text, published), Forecast.draftsIn(piece),
                published.stream().map(forecast -> ForecastLine.of(forecast, now)).toList(),
                ForecastFields.of(form, false, now), done, conflict));
    }
}
