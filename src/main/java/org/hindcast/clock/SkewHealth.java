package org.hindcast.clock;

import java.time.Duration;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the clock of this node is wrong: what it plans and shows by it would be too. Looks at no table. */
@Readiness
class SkewHealth implements HealthCheck {

    @Inject
    Skew skew;
    @Inject
    StoredTriggers triggers;

    @Override
    public HealthCheckResponse call() {
        Duration ahead;
        try {
            ahead = skew.measure();
        } catch (RuntimeException e) {
            ahead = skew.last(); // that the database does not answer is said by its own check
        }
        return HealthCheckResponse.named("clock").status(skew.isTolerable(ahead))
                .withData("millisecondsAheadOfDatabase", ahead.toMillis())
                .withData("quartzStandsBy", triggers.standBy()).build();
    }
}
