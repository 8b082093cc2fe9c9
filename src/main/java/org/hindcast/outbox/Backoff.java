package org.hindcast.outbox;

import java.time.Duration;

/** How long after an attempt that failed the next one comes: from a minute, twice as long each time, to six hours. */
final class Backoff {

    static final int MOST_ATTEMPTS = 24;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final double JITTER = 0.2;

    private Backoff() {
    }

    /**
     * @param attempt that failed, from 1
     * @param chance from 0 to 1, so that what failed together does not come back together
     * @return within 20 % of the wait, never less than the first one
     */
    static Duration after(int attempt, double chance) {
        long doubled = FIRST.toMillis() << Math.min(Math.max(attempt, 1) - 1, 20);
        long wait = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(Math.max(FIRST.toMillis(), Math.round(wait * (1 + JITTER * (2 * chance - 1)))));
    }
}
