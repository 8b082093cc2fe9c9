package org.hindcast.intake;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.clock.Sweep;
import org.hindcast.clock.SweepLog;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/** The clock's tick: reads the feeds whose time has come, and removes documents that nobody made a piece of. */
@ApplicationScoped
public class FeedSweep extends Sweep {

    public static final String IDENTITY = "feed-sweep";
    private static final Duration WAITING = Duration.ofDays(7);

    @Inject
    FeedReading reading;
    @Inject
    FeedSettings settings;
    @Inject
    SweepLog log;
    @Inject
    Clock clock;

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    @Scheduled(identity = IDENTITY, every = "{hindcast.feeds.every}")
    @Nonconcurrent
    public void sweep() {
        log.record(this, () -> {
            reading.readDue();
            QuarkusTransaction.requiringNew()
                    .run(() -> Received.delete("piece is null and receivedAt < ?1", clock.instant().minus(WAITING)));
        });
    }
}
