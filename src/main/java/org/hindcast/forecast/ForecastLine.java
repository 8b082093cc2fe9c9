package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.hindcast.author.AuthorRef;

/** A forecast in a list. */
public record ForecastLine(UUID id, AuthorRef author, String statement, String said, LocalDate madeOn, Standing standing) {

    public static ForecastLine of(Forecast forecast, Instant now) {
        return new ForecastLine(forecast.id, AuthorRef.of(forecast.author), forecast.claim.statement(),
                Position.of(forecast.claim).words(), forecast.claim.madeOn(), Standing.of(forecast, now));
    }
}
