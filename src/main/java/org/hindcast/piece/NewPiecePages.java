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
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A piece is put on record by hand. */
@Path("/edit/pieces/new")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class NewPiecePages {

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
        return Templates.newPiece(Filled.empty(), PieceForm.authors());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        Filled form = Filled.of(sent);
        try {
            Stored stored = QuarkusTransaction.requiringNew()
                    .call(() -> PieceForm.store(form, me.username(), clock.instant()));
            if (stored.isNew()) {
                entered.fire(new PieceEntered(stored.piece().slug, me.username()));
            }
            return Response.seeOther(URI.create("/edit/pieces/" + stored.piece().slug
                    + (stored.piece().text == null ? "" : "/desk") + (stored.isNew() ? "" : "?done=known"))).build();
        } catch (InvalidInput e) {
            List<String> names = QuarkusTransaction.requiringNew().call(PieceForm::authors);
            return Response.status(422).type(MediaType.TEXT_HTML)
                    .entity(Templates.newPiece(form.refused(e.violations), names)).build();
        }
    }
}
