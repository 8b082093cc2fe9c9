package org.hindcast.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;

/** Down when a sweep has not come to its end for three intervals and a minute, on any node; never before the first one. */
@Wellness
@ApplicationScoped
class SweepHealth implements HealthCheck {

    private static final Duration GRACE = Duration.ofMinutes(1);

    @Inject
    SweepLog log;
    @Inject
    @Any
    Instance<Sweep> sweeps;
    @Inject
    Clock clock;
    @Inject
    Skew skew;
    @Inject
    DatabaseGauges gauges;
    @Inject
    MeterRegistry meters;

    void register(@Observes StartupEvent start) {
        for (Sweep sweep : sweeps) {
            String identity = sweep.identity();
            gauges.addAge("hindcast.sweep.age", Tags.of("sweep", identity), "Since a sweep came to its end, on any node",
                    () -> endedOrBegan(last().get(identity)));
        }
        meters.gauge("hindcast.clock.ahead.seconds", skew, known -> known.last().toMillis() / 1000.0);
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Map<String, SweepLog.Last> last = last();
        Instant now = clock.instant();
        boolean well = true;
        HealthCheckResponseBuilder response = HealthCheckResponse.named("sweeps");
        for (Sweep sweep : sweeps) {
            Instant at = endedOrBegan(last.get(sweep.identity()));
            well &= at == null || !at.plus(sweep.every().multipliedBy(3)).plus(GRACE).isBefore(now);
            response.withData(sweep.identity(), at == null ? "never" : at.toString());
        }
        return response.status(well).build();
    }

    private Map<String, SweepLog.Last> last() {
        return log.all().stream().collect(Collectors.toMap(SweepLog.Last::identity, Function.identity()));
    }

    private static Instant endedOrBegan(SweepLog.Last last) {
        return last == null ? null : last.endedAt() != null ? last.endedAt() : last.beganAt();
    }
}
