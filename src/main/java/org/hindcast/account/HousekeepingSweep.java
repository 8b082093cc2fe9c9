package org.hindcast.account;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/** Removes what has had its day. Nothing depends on when: what is over is not looked at any more. */
@ApplicationScoped
public class HousekeepingSweep {

    @Inject
    Clock clock;
    @Inject
    EntityManager database;

    @Scheduled(identity = "account-housekeeping", every = "1h")
    @Nonconcurrent
    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        delete("session where idle_ends_at <= :now", now);
        delete("throttle where free_at <= :now", now);
        delete("idempotency_key where created_at <= :now", now.minus(AnsweredOnce.KEPT));
    }

    private void delete(String what, Instant now) {
        database.createNativeQuery("delete from " + what).setParameter("now", now).executeUpdate();
    }
}
