package org.hindcast.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.piece.Piece;
import org.hindcast.web.Cursor;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What editors at the same desk do meanwhile. */
@Path("/api/v1/pieces/{slug}/cards")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.APPLICATION_JSON)
class CardResource {

    /** @param forecast id of what was put on record; null where nothing was */
    record Changed(UUID id, int start, int end, Card.Origin origin, Card.Status status, String statement, UUID forecast,
            int version, String changedBy, Instant changedAt) {

        static Changed of(Card card) {
            return new Changed(card.id, card.startsAt, card.endsAt, card.origin, card.status, card.fields.get("statement"),
                    card.forecastId, card.version, card.changedBy, card.changedAt);
        }
    }

    /** @param since those only that changed at this instant or after it, such as 2026-01-31T12:00:00Z */
    @GET
    @Transactional
    public Page<Changed> changed(@RestPath String slug, @RestQuery String since, @RestQuery String cursor,
            @RestQuery String limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        return Page.of(Card.changed(Piece.bySlug(slug), instant(since), after == null ? null : after.id(), size), size,
                card -> new Cursor("", card.id), Changed::of);
    }

    private static Instant instant(String since) {
        try {
            return since == null ? Instant.EPOCH : Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw new InvalidInput("since", "an instant such as 2026-01-31T12:00:00Z is accepted");
        }
    }
}
