package org.hindcast.forecast;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.author.AuthorRef;
import org.hindcast.piece.Piece;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Pieces with their forecasts. */
@Path("/api/v1/pieces")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class PieceForecastsResource {

    record PieceWithForecasts(String slug, AuthorRef author, String title, String publisher, String url, LocalDate publishedOn,
            String sha256, String note, String text, List<ForecastView> forecasts) {
    }

    /** Without its text. @param forecasts the first {@value #MOST_FORECASTS}, in the order of their quotes */
    record ListedPiece(String slug, AuthorRef author, String title, String publisher, String url, LocalDate publishedOn,
            String sha256, String note, List<ForecastView> forecasts) {
    }

    private static final int MOST_FORECASTS = 100;

    @Inject
    Clock clock;
    @Inject
    Site site;
    @Inject
    CurrentAccount me;

    @GET
    @Transactional
    @Operation(summary = "Pieces, the newest first", description = "Each with its first 100 forecasts, in the order of their quotes; "
            + "the piece itself has all of them, and its text.")
    public Page<ListedPiece> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Instant now = clock.instant();
        List<Piece> pieces = Piece.page(Cursor.parse(cursor), size);
        Map<UUID, List<ForecastView>> forecasts = Forecast.in(pieces.stream().map(piece -> piece.id).toList(), MOST_FORECASTS)
                .stream().collect(groupingBy(f -> f.piece.id, mapping(f -> ForecastView.of(f, now, site.baseUrl()), toList())));
        return Page.of(pieces, size, piece -> new Cursor(piece.publishedOn.toString(), piece.id),
                piece -> new ListedPiece(piece.slug, AuthorRef.of(piece.author), piece.title, piece.publisher, piece.url,
                        piece.publishedOn, piece.sha256, piece.note, forecasts.getOrDefault(piece.id, List.of())));
    }

    @GET
    @Path("{slug}")
    @Transactional
    public PieceWithForecasts one(@RestPath String slug) {
        Piece piece = Piece.bySlug(slug);
        Instant now = clock.instant();
        return new PieceWithForecasts(piece.slug, AuthorRef.of(piece.author), piece.title, piece.publisher, piece.url,
                piece.publishedOn, piece.sha256, piece.note, me.hasRole(Role.EDITOR) ? piece.text : piece.publicText(),
                Forecast.in(piece).stream().map(f -> ForecastView.of(f, now, site.baseUrl())).toList());
    }
}
