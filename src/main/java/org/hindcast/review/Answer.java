package org.hindcast.review;

import org.hindcast.question.Outcome;

/** What a reviewer says. */
public enum Answer {
    YES,
    NO,
    VOID,
    /** Nothing has shown yet; asked again later. */
    NOT_YET;

    static Answer of(Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** @return null for NOT_YET */
    public Outcome outcome() {
        return this == NOT_YET ? null : Outcome.valueOf(name());
    }
}
