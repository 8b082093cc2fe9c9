package org.hindcast.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.hindcast.author.AuthorRef;
import org.hindcast.forecast.Basis;
import org.hindcast.forecast.Stance;
import org.hindcast.score.Comparison;

/**
 * Two authors on the questions that both took a position on.
 *
 * @param a the first author
 * @param b the second
 * @param lexicon by which words are read
 * @param questions how many questions both took a position on
 * @param n of these, how many are scored and have a probability of both: those that are compared
 * @param brierA mean Brier score of the first on them; null without any
 * @param comparison of the differences second's Brier - first's: positive is the first closer; null without any
 * @param conclusion the same in a sentence
 * @param items the questions, the latest due first
 * @param next the cursor of those after them; null on the last page
 */
public record HeadToHead(AuthorRef a, AuthorRef b, Instant asOf, String lexicon, long questions, long n, Double brierA,
        Double brierB, Comparison comparison, String conclusion, List<Line> items, String next) {

    /**
     * A question with both positions.
     *
     * @param outcome YES, NO, VOID; null while there is none
     * @param scored whether it is counted in {@code n}: decided, due, and with a probability of both
     * @param difference second's Brier - first's; null where not scored
     * @param closer {@code A}, {@code B} or {@code NEITHER}; null where not scored
     */
    public record Line(String question, String text, LocalDate dueOn, String outcome, boolean scored, Position a, Position b,
            Double difference, Closer closer) {
    }

    public enum Closer {
        A,
        B,
        NEITHER
    }

    /** @param probability of YES, words read with the lexicon; null for a call */
    public record Position(String forecast, Basis basis, Double probability, String phrase, Stance stance) {
    }
}
