package org.hindcast.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.scheduler.Scheduled;

/** The clock's tick: sends what is due, and what was left lying by a node that is gone. Any node may be at it. */
@ApplicationScoped
public class OutboxSweep {

    public static final String IDENTITY = "outbox-sweep";

    @Inject
    Sending sending;

    @Scheduled(identity = IDENTITY, every = "{hindcast.outbox.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        sending.empty();
    }
}
