package org.hindcast.scorecard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/** Down when a board has gone without a change for an hour that it should know of, or nobody looked at it for as long. */
@Wellness
class BoardHealth implements HealthCheck {

    static final Duration STALE = Duration.ofHours(1);

    @Inject
    EntityManager database;
    @Inject
    BoardSettings settings;
    @Inject
    Clock clock;

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Tuple row = (Tuple) database.createNativeQuery("""
                select (select min(changed_at) from board_change), min(as_of), count(*)
                from board where superseded_at is null""", Tuple.class).getSingleResult();
        Instant waiting = row.get(0, Instant.class);
        Instant oldest = row.get(1, Instant.class);
        Instant hourAgo = clock.instant().minus(STALE);
        var response = HealthCheckResponse.named("boards")
                .status((waiting == null || waiting.isAfter(hourAgo)) && (oldest == null || oldest.isAfter(hourAgo)))
                .withData("boards", row.get(2, Long.class)).withData("every", settings.every().toString());
        if (waiting != null) {
            response.withData("changeWaitsSince", waiting.toString());
        }
        if (oldest != null) {
            response.withData("oldestAsOf", oldest.toString());
        }
        return response.build();
    }
}
