package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.hindcast.author.AuthorRef;
import org.hindcast.score.Lexicon;

/** A forecast in a list. */
public record ForecastLine(UUID id, AuthorRef author, String statement, String said, LocalDate madeOn, Standing standing) {

    public static ForecastLine of(Forecast forecast, Instant now) {
        return of(forecast, Lexicon.standard(), now);
    }

    /** @param lexicon that words are read and scored with */
    public static ForecastLine of(Forecast forecast, Lexicon lexicon, Instant now) {
        return new ForecastLine(forecast.id, AuthorRef.of(forecast.author), forecast.claim.statement(),
                Position.of(forecast.claim, lexicon).words(), forecast.claim.madeOn(), Standing.of(forecast, lexicon, now));
    }
}
