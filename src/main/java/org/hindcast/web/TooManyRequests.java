package org.hindcast.web;

/** More than is accepted in a minute; answered with 429 and {@code Retry-After}. */
public class TooManyRequests extends RuntimeException {

    public final long retryAfterSeconds;

    public TooManyRequests(String what, long retryAfterSeconds) {
        super("Too many %s within a minute. Try again in %d seconds.".formatted(what, retryAfterSeconds));
        this.retryAfterSeconds = retryAfterSeconds;
    }
}
