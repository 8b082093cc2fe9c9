package org.hindcast.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/** Makes the outbox's partitions ahead of time, drops old ones, and forgets addresses for turning mail off after a year. */
@ApplicationScoped
public class PartitionSweep {

    private static final Logger LOG = Logger.getLogger(PartitionSweep.class);
    private static final Duration TOKENS_KEPT = Duration.ofDays(400);

    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    OutboxSettings settings;

    @Scheduled(identity = "outbox-partitions", every = "12h")
    @Nonconcurrent
    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<String> done = database.createNativeQuery("select outbox_partitions(:now, :months)", String.class)
                .setParameter("now", now).setParameter("months", settings.monthsKept()).getResultList();
        done.forEach(LOG::info);
        UnsubscribeToken.delete("createdAt < ?1", now.minus(TOKENS_KEPT));
    }
}
