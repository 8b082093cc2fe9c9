package org.hindcast.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.hindcast.clock.DatabaseGauges;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;

/**
 * Down when something should have left a quarter of an hour ago and nobody has tried. What is tried and refused is no fault of
 * ours: it is counted, and stands in {@code /admin/outbox}. Without a mail server mail waits, as it should.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Inject
    Clock clock;
    @Inject
    MailSettings mail;
    @Inject
    MeterRegistry meters;
    @Inject
    DatabaseGauges gauges;

    void register(@Observes StartupEvent start) {
        gauges.addAge("hindcast.outbox.unsent.oldest", Tags.empty(), "For how long the oldest waits to be sent",
                () -> Entry.unsent(true).oldest());
        gauges.add("hindcast.outbox.waiting", "To be sent", Entry::countWaiting);
        gauges.add("hindcast.outbox.dead", "Given up, until an admin has it tried again", Entry::countDead);
        Claiming.possibleDuplicates(meters, Entry.Status.UNKNOWN);
        Claiming.possibleDuplicates(meters, Entry.Status.LEASED);
    }

    @Override
    @Transactional
    public HealthCheckResponse call() {
        Entry.Unsent unsent = Entry.unsent(mail.host().isPresent());
        Instant late = clock.instant().minus(LONGEST);
        boolean isLate = unsent.oldestUntried() != null && unsent.oldestUntried().isBefore(late);
        return HealthCheckResponse.named("outbox").status(!isLate)
                .withData("mailServer", mail.host().isPresent())
                .withData("waiting", unsent.count())
                .withData("oldestUnsent", unsent.oldest() == null ? "none" : unsent.oldest().toString())
                .withData("dead", Entry.countDead()).build();
    }
}
