package org.hindcast.piece;

import java.net.URI;
import java.time.Clock;
import java.util.List;

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
import org.hindcast.author.Author;
import org.hindcast.author.NewAuthor;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A piece is put on record by hand. */
@Path("/edit/pieces/new")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class NewPiecePages {

    private static final int MOST_NAMES = 500;
    private static final int MOST_LIKE = 5;

    @CheckedTemplate(basePath = "piece")
    static class Templates {
        static native TemplateInstance newPiece(Filled form, List<String> authors);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Event<PieceEntered> entered;

    @GET
    @Transactional
    public TemplateInstance form() {
        return Templates.newPiece(Filled.empty(), Author.names(MOST_NAMES));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        try {
            Stored stored = QuarkusTransaction.requiringNew().call(() -> store(form));
            if (stored.isNew()) {
                entered.fire(new PieceEntered(stored.piece().slug, me.username()));
            }
            return Response.seeOther(URI.create("/edit/pieces/" + stored.piece().slug
                    + (stored.piece().text == null ? "" : "/desk") + (stored.isNew() ? "" : "?done=known"))).build();
        } catch (InvalidInput e) {
            List<String> names = QuarkusTransaction.requiringNew().call(() -> Author.names(MOST_NAMES));
            return Response.status(422).type(MediaType.TEXT_HTML)
                    .entity(Templates.newPiece(form.refused(e.violations), names)).build();
        }
    }

    private Stored store(Filled form) {
        NewPiece piece = piece(form).validated();
        if (!form.ticked("new") && !Author.isKnown(piece.author())) {
            List<String> like = Author.namesLike(piece.author().name(), MOST_LIKE);
            throw new InvalidInput("author.name", "is not on record. " + (like.isEmpty() ? "Tick the box below"
                    : "Take a name that is, such as " + String.join(" or ", like) + "; or tick the box below")
                    + " if it is a new author");
        }
        return Stored.of(piece, me.username(), clock.instant());
    }

    private static NewPiece piece(Filled form) {
        Violations violations = new Violations();
        NewAuthor author = new NewAuthor(form.text("author.name", violations), form.text("author.slug", violations),
                form.choice("author.kind", Author.Kind.class, violations), null, null);
        NewPiece piece = new NewPiece(author, form.text("title", violations), form.text("publisher", violations),
                form.text("url", violations), form.date("publishedOn", violations), form.verbatim("text", violations),
                form.text("note", violations));
        violations.throwIfAny();
        return piece;
    }
}
