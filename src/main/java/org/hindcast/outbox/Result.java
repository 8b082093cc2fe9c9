package org.hindcast.outbox;

import java.time.Duration;

/**
 * What came of an attempt.
 *
 * @param error for people, without addresses or secrets; null where there is none
 * @param after not before this has passed; null: as {@link Backoff} says
 */
public record Result(Is is, String error, Duration after) {

    public enum Is {
        SENT,
        /** There was nothing left to say. */
        POINTLESS,
        /** Surely not taken, this time. */
        FAILED,
        /** Surely not taken, and never will be. */
        REFUSED,
        /** Handed over, and no answer came. */
        UNANSWERED,
        /** Not tried: the way out itself is closed. Does not count as an attempt. */
        UNTRIED
    }

    public static final Result SENT = new Result(Is.SENT, null, null);
    public static final Result POINTLESS = new Result(Is.POINTLESS, null, null);

    public static Result failed(String error) {
        return new Result(Is.FAILED, error, null);
    }

    /** The other side says when to come back. */
    public static Result failed(String error, Duration after) {
        return new Result(Is.FAILED, error, after);
    }

    public static Result refused(String error) {
        return new Result(Is.REFUSED, error, null);
    }

    public static Result unanswered(String error) {
        return new Result(Is.UNANSWERED, error, null);
    }

    public static Result untried(String error, Duration after) {
        return new Result(Is.UNTRIED, error, after);
    }
}
