package org.hindcast.clock;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How far the clock of this machine is off the database's. */
@ApplicationScoped
class Skew {

    @Inject
    MachineClock machine;
    @Inject
    DatabaseClock database;
    @Inject
    ClockSettings settings;

    private volatile Duration last = Duration.ZERO;

    /**
     * Asks the database, between two looks at the machine's clock: what passes between them (a slow answer, a process that was
     * stopped) is no skew. Outside any transaction, where the database's time would stand still.
     *
     * @return how far it is at least ahead; negative: behind
     */
    Duration measure() {
        Instant before = machine.instant();
        Instant then = database.instant();
        Instant after = machine.instant();
        last = then.isBefore(before) ? Duration.between(then, before)
                : then.isAfter(after) ? Duration.between(then, after) : Duration.ZERO;
        return last;
    }

    /** As it was measured last. */
    Duration last() {
        return last;
    }

    boolean isTolerable(Duration skew) {
        return skew.abs().compareTo(settings.tolerance()) <= 0;
    }
}
