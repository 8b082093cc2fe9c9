package org.hindcast.forecast;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.author.AuthorRef;
import org.hindcast.piece.Piece;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;

/** A piece with its forecasts. */
@Path("/api/v1/pieces")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class PieceForecastsResource {

    record PieceWithForecasts(String slug, AuthorRef author, String title, String publisher, String url, LocalDate publishedOn,
            String sha256, String note, String text, List<ForecastView> forecasts) {
    }

    @Inject
    Clock clock;
    @Inject
    Site site;
    @Inject
    CurrentAccount me;

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
