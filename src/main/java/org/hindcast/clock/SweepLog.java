package org.hindcast.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** When sweeps began and ended, on whichever node, by the database's time. */
@ApplicationScoped
public class SweepLog {

    /** However late it is, nobody begins another one so soon after the last was begun. */
    static final Duration BETWEEN = Duration.ofSeconds(30);

    /** @param endedAt of the last that came to its end; null: none yet */
    record Last(String identity, Instant beganAt, Instant endedAt) {
    }

    @Inject
    Clock clock;
    @Inject
    EntityManager database;

    /** Runs it, and notes that it began, and that it came to its end. */
    @ActivateRequestContext
    public void record(Sweep sweep, Runnable run) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                insert into sweep (identity, began_at) values (:identity, :now)
                on conflict (identity) do update set began_at = excluded.began_at""")
                .setParameter("identity", sweep.identity()).setParameter("now", clock.instant()).executeUpdate());
        run.run();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "update sweep set ended_at = :now where identity = :identity")
                .setParameter("identity", sweep.identity()).setParameter("now", clock.instant()).executeUpdate());
    }

    /**
     * Whether this node is to run it now, because for longer than this none came to its end and none was begun lately: one node
     * is told so. Times that have not come yet, after a clock was set back, say nothing.
     */
    boolean takeOver(Sweep sweep, Duration longest) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            return database.createNativeQuery("""
                    insert into sweep as last (identity, began_at) values (:identity, :now)
                    on conflict (identity) do update set began_at = excluded.began_at
                    where (last.ended_at is null or last.ended_at not between :late and :now)
                      and last.began_at not between :lately and :now""")
                    .setParameter("identity", sweep.identity()).setParameter("now", now)
                    .setParameter("late", now.minus(longest)).setParameter("lately", now.minus(BETWEEN)).executeUpdate() == 1;
        });
    }

    List<Last> all() {
        return QuarkusTransaction.joiningExisting().call(() -> database.createNativeQuery(
                "select identity, began_at, ended_at from sweep order by identity", Object[].class).getResultStream()
                .map(row -> new Last((String) ((Object[]) row)[0], (Instant) ((Object[]) row)[1],
                        (Instant) ((Object[]) row)[2]))
                .toList());
    }
}
