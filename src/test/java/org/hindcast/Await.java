package org.hindcast;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what others do in their own time. */
public final class Await {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Await() {
    }

    public static void until(String what, Callable<Boolean> condition) throws Exception {
        for (long deadline = System.nanoTime() + LONGEST.toNanos(); !condition.call();) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
