package org.hindcast.forecast;

/** What the author gave. */
public enum Basis {
    /** A number. */
    STATED,
    /** A phrase of likelihood, read with a lexicon. */
    WORDED,
    /** A flat claim that it will or will not: a call, hit or miss. */
    ASSERTED,
    /** Money or name put on it: a call. */
    BET,
    /** May, might, could: kept and counted, never scored. */
    HEDGED;

    /** Whether it is scored as hit or miss, without a probability. */
    public boolean isCall() {
        return this == ASSERTED || this == BET;
    }
}
