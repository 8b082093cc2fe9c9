package org.hindcast.desk;

import java.time.Clock;
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

import org.hindcast.account.Role;
import org.hindcast.forecast.Forecast;
import org.hindcast.piece.Piece;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One card alone, as a part of the page: kept while its editor types, with what the checklist says and what is near to it. */
@Path("/edit/pieces/{slug}/desk/cards/{id}")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class CardPages {

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance card(CardView card);
    }

    @Inject
    Clock clock;
    @Inject
    Desk desk;

    @GET
    @Transactional
    public TemplateInstance show(@RestPath String slug, @RestPath UUID id) {
        return card(slug, id, null, null);
    }

    /** Keeps what was typed, then does what the button says: its name is that of the page's form, without the card. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response work(@RestPath String slug, @RestPath UUID id, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        Filled typed = form.under(id + ".");
        try {
            if (typed.has("seen")) {
                desk.change(slug, id, (working, card) -> working.save(card, typed));
            }
        } catch (Conflict e) {
            return answer(409, slug, id, typed, e.getMessage());
        } catch (InvalidInput e) {
            return answer(422, slug, id, typed, Desk.because(e));
        }
        String action = form.typed("action");
        String refused = action.isEmpty() || action.equals("save") ? null
                : desk.act(slug, id, action, typed.typed("reason"));
        return answer(refused == null ? 200 : 422, slug, id,
                refused != null && action.equals("keep") ? typed.with("trying", action) : null, refused);
    }

    private Response answer(int status, String slug, UUID id, Filled typed, String refused) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(card(slug, id, typed, refused)).build());
    }

    private TemplateInstance card(String slug, UUID id, Filled typed, String refused) {
        Piece piece = Piece.bySlug(slug);
        Card card = Card.of(piece, id);
        Filled form = typed == null ? card.form() : typed;
        boolean open = card.status == Card.Status.OPEN;
        return Templates.card(CardView.of(card, (int) card.before() + 1, form,
                open ? DeskPage.found(form, clock.instant()) : List.of(), true,
                DeskPage.onRecord(card, Forecast.in(piece)), refused));
    }
}
