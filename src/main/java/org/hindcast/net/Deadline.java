package org.hindcast.net;

import java.time.Duration;

/** When something has to be over, counted by what passes and not by what a clock shows. */
final class Deadline {

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** In milliseconds; 0 where none is left. */
    long left() {
        return Math.max(0, (at - System.nanoTime()) / 1_000_000);
    }
}
