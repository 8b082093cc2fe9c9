package org.hindcast.outbox;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.clock.Sweep;
import org.hindcast.clock.SweepLog;

import io.quarkus.scheduler.Scheduled;

/** The clock's tick: sends what is due, and what was left lying by a node that is gone. Any node may be at it. */
@ApplicationScoped
public class OutboxSweep extends Sweep {

    public static final String IDENTITY = "outbox-sweep";

    @Inject
    Sending sending;
    @Inject
    OutboxSettings settings;
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
    @Scheduled(identity = IDENTITY, every = "{hindcast.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        log.record(this, sending::empty);
    }
}
