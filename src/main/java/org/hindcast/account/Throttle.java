package org.hindcast.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.web.TooManyRequests;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * So many a minute for each key, on all nodes together. One statement each: the time at which the key is free again moves on
 * by a share of a minute, unless it is a whole minute ahead (the generic cell rate algorithm, as a leaky bucket).
 */
@ApplicationScoped
class Throttle {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TAKE = """
            insert into throttle as known (key, free_at) values (:key, cast(:now as timestamptz) + make_interval(secs => :share))
            on conflict (key) do update set free_at = greatest(known.free_at, :now) + make_interval(secs => :share)
            where greatest(known.free_at, :now) + make_interval(secs => :share) <= cast(:now as timestamptz) + interval '1 minute'""";

    @Inject
    Clock clock;
    @Inject
    EntityManager database;

    /**
     * In a transaction of its own: it counts, whatever becomes of the request.
     *
     * @param what as in "too many … within a minute"
     * @throws TooManyRequests where there were too many
     */
    void take(String what, String key, int perMinute) {
        if (perMinute <= 0) {
            return;
        }
        long wait = QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            if (database.createNativeQuery(TAKE).setParameter("key", key).setParameter("now", now)
                    .setParameter("share", share(perMinute)).executeUpdate() > 0) {
                return 0L;
            }
            Instant free = (Instant) database.createNativeQuery("select free_at from throttle where key = :key", Instant.class)
                    .setParameter("key", key).getResultStream().findFirst().orElse(now);
            long millis = Duration.between(now, free).minus(MINUTE).toMillis() + Math.round(share(perMinute) * 1000);
            return Math.max(1, (millis + 999) / 1000);
        });
        if (wait > 0) {
            throw new TooManyRequests(what, wait);
        }
    }

    /** What was taken did not count after all. */
    void giveBack(String key, int perMinute) {
        if (perMinute > 0) {
            QuarkusTransaction.requiringNew().run(() -> database
                    .createNativeQuery("update throttle set free_at = free_at - make_interval(secs => :share) where key = :key")
                    .setParameter("key", key).setParameter("share", share(perMinute)).executeUpdate());
        }
    }

    private static double share(int perMinute) {
        return 60.0 / perMinute;
    }
}
