package org.hindcast.inbox;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/** Forgets what people were told more than a year ago. */
@ApplicationScoped
public class InboxSweep {

    private static final Duration KEPT = Duration.ofDays(400);

    @Inject
    Clock clock;

    @Scheduled(identity = "inbox-housekeeping", every = "12h")
    @Nonconcurrent
    @Transactional
    public void sweep() {
        Notice.delete("createdAt < ?1", clock.instant().minus(KEPT));
    }
}
