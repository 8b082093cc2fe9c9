package org.hindcast.intake;

import org.hindcast.extract.Candidate;

/** A candidate, and who found it. */
public record Offered(Candidate candidate, By by) {

    public enum By {
        BUILT_IN,
        /** The language model alone. */
        MODEL,
        BOTH
    }

    /** Whether the language model had a part in it. */
    public boolean isMarked() {
        return by != By.BUILT_IN;
    }
}
