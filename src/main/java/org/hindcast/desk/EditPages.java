package org.hindcast.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.forecast.Forecast;
import org.hindcast.piece.Piece;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where editors begin: what is still to be decided, what is drafted, what was stored last. */
@Path("/edit")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class EditPages {

    private static final int MOST_DESKS = 20;
    private static final int MOST_DRAFTS = 200;
    private static final int MOST_PIECES = 20;

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance edit(Page<OpenDesk> desks, List<Forecast> mine, List<Forecast> others,
                List<Piece> pieces);
    }

    @Inject
    CurrentAccount me;

    /** @param cursor where the list of desks goes on */
    @GET
    @Transactional
    public TemplateInstance overview(@RestQuery String cursor) {
        Map<Boolean, List<Forecast>> drafts = Forecast.drafts(MOST_DRAFTS).stream()
                .collect(Collectors.partitioningBy(draft -> me.username().equals(draft.draftedBy)));
        return Templates.edit(OpenDesk.page(Cursor.parse(cursor), MOST_DESKS), drafts.get(true), drafts.get(false),
                Piece.lastStored(MOST_PIECES));
    }
}
