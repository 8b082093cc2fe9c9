package org.hindcast.desk;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.piece.Piece;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.NotFound;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** A piece with what may be forecasts in it, all in one form: everything can be done without scripts. */
@Path("/edit/pieces/{slug}/desk")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class DeskPages {

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance desk(DeskPage page);

        static native TemplateInstance reading(DeskReading reading, String slug);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    PieceReader reader;
    @Inject
    Desk desk;

    /**
     * @param done what has just been done, in a word
     * @param published how many have just been put on record
     * @param stayed how many of those that were ticked have not
     * @param from place in the text from which on the open cards are shown
     * @param look id of the card that similar questions are to be looked for
     */
    @GET
    @Transactional
    public TemplateInstance show(@RestPath String slug, @RestQuery String done, @RestQuery Integer published,
            @RestQuery Integer stayed, @RestQuery Integer from, @RestQuery String look) {
        return page(slug, Map.of(), from == null ? 0 : from, look == null ? null : Desk.id(look),
                DeskDone.sentence(done, published, stayed), null, Filled.empty());
    }

    /** Keeps everything that was typed, then does what the button says. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response work(@RestPath String slug, MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        Map<UUID, DeskPage.Kept> kept = new HashMap<>();
        int status = desk.saveAll(slug, form, kept);
        String[] action = form.typed("action").split(":", 2);
        UUID card = action.length < 2 ? null : Desk.id(action[1]);
        try {
            String next = kept.isEmpty() || !"publish".equals(action[0]) ? act(slug, action[0], card, form, kept) : "";
            if (kept.isEmpty()) {
                return Response.seeOther(URI.create("/edit/pieces/" + slug + "/desk" + from(form, next))).build();
            }
        } catch (InvalidInput e) {
            return again(422, slug, kept, e.violations.get(0).message(), form);
        }
        return again(status, slug, kept, null, form);
    }

    /** Back to the cards that the form was about. */
    private static String from(Filled form, String next) {
        int from = from(form);
        return from == 0 || !next.startsWith("?") || next.startsWith("?from=") ? next
                : next.replaceFirst("#|$", "&from=" + from + "$0");
    }

    private static int from(Filled form) {
        String from = form.typed("from");
        return from.matches("\\d{1,7}") ? Integer.parseInt(from) : 0;
    }

    /** @return what follows in the address of the desk */
    private String act(String slug, String action, UUID card, Filled form, Map<UUID, DeskPage.Kept> kept) {
        switch (action) {
            case "publish": {
                Desk.Tally tally = desk.publishAll(slug, form);
                return "?published=%d&stayed=%d".formatted(tally.published(), tally.stayed());
            }
            case "pass":
                desk.passAll(slug);
                return "?done=pass";
            case "add":
                return desk.add(slug, form);
            case "take-up", "reject", "report", "take-back", "put", "keep":
                if (card != null && !kept.containsKey(card)) {
                    String refused = desk.act(slug, card, action, form.typed(card + ".reason"));
                    if (refused != null) {
                        kept.put(card, new DeskPage.Kept(form.under(card + ".").with("trying", action), refused));
                    }
                }
                return (action.equals("put") ? "?published=1&stayed=0" : "?done=" + action) + "#card-" + card;
            case "check":
                return "?look=%s#card-%s".formatted(card, card);
            default:
                return "?done=saved";
        }
    }

    /** How far its reading has come, as a part of the page. */
    @GET
    @Path("readings")
    @Transactional
    public TemplateInstance reading(@RestPath String slug) {
        DeskReading reading = DeskReading.of(Piece.bySlug(slug));
        if (reading == null) {
            throw new NotFound("reading of", slug);
        }
        return Templates.reading(reading, slug);
    }

    /** Reads the piece, or reads it again. What takes long goes on afterwards. */
    @POST
    @Path("readings")
    @Blocking
    public Response read(@RestPath String slug) {
        QuarkusTransaction.requiringNew().run(() -> Piece.bySlug(slug));
        reader.read(slug, me.username());
        return Response.seeOther(URI.create("/edit/pieces/" + slug + "/desk?done=read")).build();
    }

    private Response again(int status, String slug, Map<UUID, DeskPage.Kept> kept, String refused, Filled form) {
        return QuarkusTransaction.requiringNew().call(() -> Response.status(status).type(MediaType.TEXT_HTML)
                .entity(page(slug, kept, from(form), null, null, refused, form)).build());
    }

    private TemplateInstance page(String slug, Map<UUID, DeskPage.Kept> kept, int from, UUID look, String said,
            String refused, Filled add) {
        Piece piece = Piece.bySlug(slug);
        List<Card> cards = piece.text == null ? List.of() : Card.of(piece);
        Instant now = clock.instant();
        return Templates
                .desk(new DeskPage(piece, DeskReading.of(piece), DeskPage.views(piece, cards, kept, from, look, now), from,
                        said, refused, add, now));
    }
}
