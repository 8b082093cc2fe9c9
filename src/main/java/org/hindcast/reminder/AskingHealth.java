package org.hindcast.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.hindcast.clock.DatabaseGauges;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;

/** Down when a question has been due for three intervals and a minute and the sweep has not looked at it. */
@Wellness
@ApplicationScoped
class AskingHealth implements HealthCheck {

    private static final Duration GRACE = Duration.ofMinutes(1);

    @Inject
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    ReminderSettings settings;
    @Inject
    DatabaseGauges gauges;

    void register(@Observes StartupEvent start) {
        gauges.addAge("hindcast.questions.unasked.oldest", Tags.empty(), "For how long a question has waited for the sweep",
                this::oldestUnasked);
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Instant oldest = oldestUnasked();
        Instant late = clock.instant().minus(settings.every().multipliedBy(3)).minus(GRACE);
        return HealthCheckResponse.named("questions asked").status(oldest == null || !oldest.isBefore(late))
                .withData("oldestDueAndUnasked", oldest == null ? "none" : oldest.toString()).build();
    }

    /** By the index that the sweep itself goes by; null for none. */
    private Instant oldestUnasked() {
        return (Instant) database.createNativeQuery("select min(ask_at) from question where ask_at <= :now", Instant.class)
                .setParameter("now", clock.instant()).getSingleResult();
    }
}
