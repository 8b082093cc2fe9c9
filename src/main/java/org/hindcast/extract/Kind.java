package org.hindcast.extract;

/** What sort of claim it is, which decides how its criteria are put. */
public enum Kind {
    /** Something happens, or does not. */
    EVENT,
    /** A quantity stands at, above or below a number at a date. */
    LEVEL,
    /** A quantity, or a strength, is more or less than it was. */
    TREND,
    /** Somebody wins, or comes out at a rank. */
    WINNER,
    /** What holds at a date, whether it began before or not. */
    STATE,
    /** Somebody says something in public. */
    SPEECH,
    /** It takes so long, and is not before. */
    DURATION,
    /** One is more than another. */
    COMPARATIVE;

    public static Kind of(String statement) {
        return EVENT;
    }
}
