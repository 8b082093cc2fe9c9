package org.hindcast.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Equality up to a relative error. */
final class Close {

    private Close() {
    }

    /** Within 1e-9 of the expected value, relatively (absolutely below 1e-3, where differences cancel). */
    static void assertClose(double expected, Number actual, String what) {
        assertClose(expected, actual, 1e-9, what);
    }

    static void assertClose(double expected, Number actual, double relative, String what) {
        assertEquals(expected, actual.doubleValue(), relative * Math.max(1e-3, Math.abs(expected)), what);
    }
}
