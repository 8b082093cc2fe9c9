package org.hindcast.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.piece.Piece;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A piece with its forecasts, highlighted where they stand in the text. */
@Path("/pieces")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PiecePages {

    /** @param number by which the text refers to it */
    record Numbered(int number, ForecastLine line, String quote) {
    }

    @CheckedTemplate(basePath = "forecast")
    static class Templates {
        static native TemplateInstance piece(Piece piece, List<Highlights.Part> text, List<Numbered> forecasts);
    }

    @Inject
    Clock clock;

    @GET
    @Path("{slug}")
    @Transactional
    public TemplateInstance one(@RestPath String slug) {
        Instant now = clock.instant();
        Piece piece = Piece.bySlug(slug);
        List<Forecast> forecasts = Forecast.in(piece);
        List<Numbered> numbered = IntStream.range(0, forecasts.size())
                .mapToObj(i -> new Numbered(i + 1, ForecastLine.of(forecasts.get(i), now), forecasts.get(i).claim.quote()))
                .toList();
        return Templates.piece(piece, piece.publicText() == null ? List.of() : Highlights.of(piece.publicText(), forecasts),
                numbered);
    }
}
