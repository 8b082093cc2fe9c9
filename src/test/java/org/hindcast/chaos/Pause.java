package org.hindcast.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets the nodes go on in their own time. Nothing is taken to have happened because of it. */
final class Pause {

    private Pause() {
    }

    /** Nothing where it is negative. */
    static void of(Duration length) {
        for (long ends = System.nanoTime() + length.toNanos(); ends > System.nanoTime();) {
            LockSupport.parkNanos(ends - System.nanoTime());
        }
    }
}
