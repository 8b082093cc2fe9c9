package org.hindcast.scorecard;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hindcast.question.DueDatesPassed;
import org.hindcast.web.Sql;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/**
 * Counts all forecasts anew and compares: the cells must equal what they are sums of. Its finding stands in /q/health/wellness.
 */
@ApplicationScoped
public class CellCheck {

    private static final Logger LOG = Logger.getLogger(CellCheck.class);
    private static final String CHECK = Sql.read(CellCheck.class, "check.sql");
    /** A due date that passes between bringing in and counting looks like a difference; it is gone the next time. */
    private static final int TRIES = 3;

    /**
     * @param differing cells that do not equal the recomputation: 0, or there is a fault
     */
    public record Finding(Instant checkedAt, long forecasts, long cells, long differing) {
    }

    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    Recount recount;

    @Scheduled(identity = "cell-check", every = "{hindcast.cells.check-every}")
    @Nonconcurrent
    void scheduled() {
        check();
    }

    public Finding check() {
        Finding finding = null;
        for (int i = 0; i < TRIES && (finding == null || finding.differing > 0); i++) {
            Instant now = clock.instant();
            recount.dueDatesPassed(new DueDatesPassed(now));
            finding = QuarkusTransaction.requiringNew().call(() -> compare(now));
        }
        if (finding.differing > 0) {
            LOG.errorf("%d cells differ from the recomputation over %d forecasts", finding.differing, finding.forecasts);
        }
        return finding;
    }

    /** What the last check found; null before the first. */
    Finding last() {
        return (Finding) database
                .createNativeQuery("select checked_at, forecasts, cells, differing from cell_check", Tuple.class)
                .getResultStream().findFirst().map(row -> {
                    Tuple t = (Tuple) row;
                    return new Finding(t.get(0, Instant.class), number(t, 1), number(t, 2), number(t, 3));
                }).orElse(null);
    }

    private Finding compare(Instant now) {
        Tuple row = (Tuple) database.createNativeQuery(CHECK, Tuple.class).setParameter("at", now).getSingleResult();
        Finding finding = new Finding(now, number(row, 0), number(row, 1), number(row, 2));
        database.createNativeQuery(
                """
                        insert into cell_check (only_row, checked_at, forecasts, cells, differing) values (true, :at, :forecasts, :cells, :differing)
                        on conflict (only_row) do update set checked_at = excluded.checked_at, forecasts = excluded.forecasts,
                            cells = excluded.cells, differing = excluded.differing""")
                .setParameter("at", now).setParameter("forecasts", finding.forecasts).setParameter("cells", finding.cells)
                .setParameter("differing", finding.differing).executeUpdate();
        return finding;
    }

    private static long number(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
