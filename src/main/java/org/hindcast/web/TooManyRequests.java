package org.hindcast.web;

import java.time.Duration;

/** More than is accepted within a time; answered with 429 and {@code Retry-After}. */
public class TooManyRequests extends RuntimeException {

    public final long retryAfterSeconds;

    public TooManyRequests(String what, long retryAfterSeconds) {
        super("Too many %s within a minute. Try again in %d seconds.".formatted(what, retryAfterSeconds));
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** @param sentence what there were too many of, and within which time */
    public TooManyRequests(String sentence, Duration retryAfter) {
        super(sentence);
        this.retryAfterSeconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
