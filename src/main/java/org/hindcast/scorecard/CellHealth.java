package org.hindcast.scorecard;

import java.time.Clock;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/** Down when scorecards do not add up, or nobody looked for three intervals; never before the first check. */
@Wellness
class CellHealth implements HealthCheck {

    @Inject
    CellCheck check;
    @Inject
    CellSettings settings;
    @Inject
    Clock clock;

    @Override
    @Transactional
    public HealthCheckResponse call() {
        CellCheck.Finding last = check.last();
        var response = HealthCheckResponse.named("scorecard cells")
                .status(last == null || last.differing() == 0 && !isStale(last));
        if (last != null) {
            response.withData("checkedAt", last.checkedAt().toString()).withData("forecasts", last.forecasts())
                    .withData("cells", last.cells()).withData("differing", last.differing());
        }
        return response.build();
    }

    private boolean isStale(CellCheck.Finding last) {
        return last.checkedAt().plus(settings.checkEvery().multipliedBy(3)).isBefore(clock.instant());
    }
}
