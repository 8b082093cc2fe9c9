package org.hindcast.extract;

import java.time.LocalDate;

/**
 * What may be a forecast, for an editor to confirm.
 *
 * @param quote verbatim; {@code text.substring(start, end)}
 * @param statement the claim in plain words; with {@link Stance#NO} the one that the author denies
 * @param cue the words that carry the probability or the futurity; "present-as-future" where none do
 * @param attributedTo who says it, in the author's words, where that is not the author; null where that is not said
 * @param probability that the statement holds, as the author put it: the point is the middle where a range is said, or a bound
 *        ("less than 10%": 0 to 0.1); null for calls and hedges, and with {@link Basis#STATED} where the number that is said
 *        is not plain: the editor reads it
 * @param phrase id of the phrase of likelihood; null where there is none
 * @param deadline null where nothing names one
 * @param condition in the author's words; null where it is unconditional
 * @param confidence that it is a forecast of the predictor's, 0..1
 */
public record Candidate(String quote, int start, int end, String statement, String cue, Tier tier, Predictor predictor,
        String attributedTo, Likelihood.Range probability, Basis basis, String phrase, Stance stance, Deadline deadline,
        boolean conditional, String condition, double confidence, DraftedCriteria criteria) {

    public enum Tier {
        /** Worth a tick at once. */
        HIGH,
        /** Worth a look. */
        MAYBE
    }

    public enum Predictor {
        AUTHOR,
        /** Somebody whose forecast the author reports. */
        OTHER
    }

    /** What the author gave; the same names as in the forecast that is made of it. */
    public enum Basis {
        STATED,
        WORDED,
        ASSERTED,
        BET,
        HEDGED
    }

    public enum Stance {
        YES,
        NO
    }

    /** What is published when. */
    public record Source(String text, String title, String author, LocalDate publishedOn) {
    }
}
