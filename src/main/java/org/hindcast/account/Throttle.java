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
 * So many a minute, or within another time, for each key, on all nodes together. One statement each: the time at which the key
 * is free again moves on by a share of that time, unless it is all of it ahead (the generic cell rate algorithm, as a leaky
 * bucket).
 */
@ApplicationScoped
public class Throttle {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String TAKE = """
            insert into throttle as known (key, free_at) values (:key, cast(:now as timestamptz) + make_interval(secs => :share))
            on conflict (key) do update set free_at = greatest(known.free_at, :now) + make_interval(secs => :share)
            where greatest(known.free_at, :now) + make_interval(secs => :share)
                <= cast(:now as timestamptz) + make_interval(secs => :within)""";

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
        Duration wait = take(key, perMinute, MINUTE);
        if (!wait.isZero()) {
            throw new TooManyRequests(what, wait.toSeconds());
        }
    }

    /**
     * The same within a longer time, without a word.
     *
     * @param most 0 is no limit
     * @return how long to wait, in whole seconds; zero where it was taken
     */
    public Duration take(String key, int most, Duration within) {
        if (most <= 0) {
            return Duration.ZERO;
        }
        double share = (double) within.toSeconds() / most;
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            if (database.createNativeQuery(TAKE).setParameter("key", key).setParameter("now", now)
                    .setParameter("share", share).setParameter("within", (double) within.toSeconds()).executeUpdate() > 0) {
                return Duration.ZERO;
            }
            Instant free = (Instant) database.createNativeQuery("select free_at from throttle where key = :key", Instant.class)
                    .setParameter("key", key).getResultStream().findFirst().orElse(now);
            long millis = Duration.between(now, free).minus(within).toMillis() + Math.round(share * 1000);
            return Duration.ofSeconds(Math.max(1, (millis + 999) / 1000));
        });
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
