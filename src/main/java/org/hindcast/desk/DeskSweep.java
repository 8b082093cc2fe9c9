package org.hindcast.desk;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.clock.Sweep;
import org.hindcast.clock.SweepLog;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/** The clock's tick: goes on with readings that a node has left lying. */
@ApplicationScoped
public class DeskSweep extends Sweep {

    public static final String IDENTITY = "desk-sweep";

    @Inject
    ReadingOn reading;
    @Inject
    DeskSettings settings;
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
    @Scheduled(identity = IDENTITY, every = "{hindcast.desk.every}")
    @Nonconcurrent
    public void sweep() {
        log.record(this, reading::readAwaited);
    }
}
