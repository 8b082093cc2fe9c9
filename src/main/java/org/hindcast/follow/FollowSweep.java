package org.hindcast.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.clock.Sweep;
import org.hindcast.clock.SweepLog;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/** The clock's tick: mails to followers. */
@ApplicationScoped
public class FollowSweep extends Sweep {

    public static final String IDENTITY = "follow-sweep";

    @Inject
    Clock clock;
    @Inject
    NewsGathering gathering;
    @Inject
    FollowSettings settings;
    @Inject
    SweepLog log;

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    @Scheduled(identity = IDENTITY, every = "{hindcast.follow.every}")
    @Nonconcurrent
    public void sweep() {
        log.record(this, this::gather);
    }

    private void gather() {
        Instant now = clock.instant();
        while (gathering.gather(now) == NewsGathering.PAGE) {
            // the next page
        }
        gathering.forget(now);
    }
}
