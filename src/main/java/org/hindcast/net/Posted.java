package org.hindcast.net;

import java.time.Duration;

/**
 * What came of sending something to an address.
 *
 * @param status what was answered; 0 where nothing was
 * @param retryAfter for how long it asks to be left alone; null where it does not say
 * @param detail a sentence about what was answered, without its subject
 */
public record Posted(Outcome outcome, int status, Duration retryAfter, String detail) {

    public enum Outcome {
        /** 2xx. */
        TAKEN,
        /** 410: nothing is ever to be sent there again. */
        GONE,
        /** 429, or 503 with a Retry-After: later. */
        BUSY,
        /** 3xx, which is not followed, and any other 4xx: as it is, it will not be taken. */
        REFUSED,
        /** 5xx, or nothing that can be read. */
        FAILED,
        /** No answer in time: it may have been taken. */
        TIMED_OUT,
        /** No connection, or one that broke off. */
        UNREACHABLE,
        /** The address is none that anything is sent to. */
        FORBIDDEN
    }
}
