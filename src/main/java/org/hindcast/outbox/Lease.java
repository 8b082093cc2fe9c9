package org.hindcast.outbox;

import java.time.Duration;

/**
 * How long a claim still holds, by a clock that nobody sets: it goes on while the process is stopped. It begins before the
 * database writes the claim, so it ends no later here than there.
 */
public final class Lease {

    private final long ends;

    private Lease(long ends) {
        this.ends = ends;
    }

    static Lease of(Duration length) {
        return new Lease(System.nanoTime() + length.toNanos());
    }

    /** Whether something that takes as long as this still ends within it. */
    public boolean covers(Duration length) {
        return ends - System.nanoTime() >= length.toNanos();
    }
}
