package org.hindcast.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps off a way out that does not answer: after some failures in a row it is left alone for a while, twice as long each time
 * it fails again, so that what waits for it does not use up its attempts and nothing else waits with it.
 */
public final class Circuit {

    private final int tolerated;
    private final Duration first;
    private final Duration longest;
    private int failures;
    private Instant openUntil = Instant.MIN;

    /** @param tolerated failures in a row that change nothing */
    public Circuit(int tolerated, Duration first, Duration longest) {
        this.tolerated = tolerated;
        this.first = first;
        this.longest = longest;
    }

    public synchronized void passed() {
        failures = 0;
        openUntil = Instant.MIN;
    }

    public synchronized void failed(Instant now) {
        failures++;
        if (failures > tolerated) {
            long doubled = first.toMillis() << Math.min(failures - tolerated - 1, 20);
            openUntil = now.plusMillis(Math.min(doubled, longest.toMillis()));
        }
    }

    /** It asks to be left alone for this long. */
    public synchronized void open(Instant now, Duration length) {
        openUntil = now.plus(length);
    }

    /** Whether it may be tried now: while it has failed, by one at a time. */
    public synchronized boolean admits(Instant now) {
        if (isOpen(now)) {
            return false;
        }
        if (failures > tolerated) {
            openUntil = now.plus(first); // the others wait for what becomes of this one
        }
        return true;
    }

    /** For how long it is still to be left alone; zero where it is not. */
    public synchronized Duration left(Instant now) {
        return isOpen(now) ? Duration.between(now, openUntil) : Duration.ZERO;
    }

    /** Whether it is to be left alone now. */
    public synchronized boolean isOpen(Instant now) {
        return now.isBefore(openUntil);
    }
}
