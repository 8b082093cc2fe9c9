package org.hindcast.net;

/**
 * Why an address was not reached, or what it answered was not taken. The message is a sentence for people, without its subject.
 */
public final class CallFailed extends RuntimeException {

    public enum Reason {
        /** Not an address that anything is read from. */
        NOT_ACCEPTED,
        /** It leads to a machine that is not on the public internet. */
        NOT_PUBLIC,
        /** Nobody knows its host. */
        UNKNOWN_HOST,
        /** The site asks programs to stay away from it. */
        ROBOTS,
        TIMED_OUT,
        UNREACHABLE,
        TOO_MANY_REDIRECTS,
        /** It answered with something else than what was asked for. */
        STATUS,
        TYPE,
        TOO_LARGE
    }

    public final Reason reason;
    /** What was answered; 0 where nothing was. */
    public final int status;

    CallFailed(Reason reason, String message) {
        this(reason, message, 0);
    }

    CallFailed(Reason reason, String message, int status) {
        super(message, null, false, false); // its place in our code says nothing
        this.reason = reason;
        this.status = status;
    }
}
