package org.hindcast.calculator;

import java.util.ArrayList;
import java.util.List;

import org.hindcast.score.Report;
import org.hindcast.score.Tally;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violation;

/**
 * Forecasts with their outcomes, checked and counted one by one: what is kept does not grow with their number beyond the
 * distinct probabilities.
 */
final class Rows {

    static final int MOST = 1_000_000;

    private static final int MOST_VIOLATIONS = 20;
    private static final long SEED = 20260101;

    private final Tally tally = new Tally();
    private final List<Violation> violations = new ArrayList<>();
    private int count;

    /** Tells in which place of the input a value stands. */
    interface Place {
        /** @param field {@code probability}, {@code outcome}, {@code weight} or {@code reference} */
        String of(String field);
    }

    /** @param weight null for 1; @param reference null where there is none */
    void add(Double probability, Double outcome, Double weight, Double reference, Place place) {
        if (++count > MOST) {
            throw new InvalidInput("forecasts", "are more than %,d; at most that many are accepted".formatted(MOST));
        }
        int before = violations.size();
        check(isProbability(probability), "probability", probability, "a number from 0 to 1", place);
        check(outcome != null && (outcome == 0 || outcome == 1), "outcome", outcome, "0 or 1", place);
        check(weight == null || (weight >= 0 && weight <= Tally.GREATEST_WEIGHT), "weight", weight,
                "a number from 0 to %,.0f".formatted(Tally.GREATEST_WEIGHT), place);
        check(reference == null || isProbability(reference), "reference", reference, "a number from 0 to 1, or nothing,",
                place);
        if (violations.size() > before) {
            return;
        }
        double times = weight == null ? 1 : weight;
        if (reference == null) {
            tally.add(probability, outcome == 1, times);
        } else {
            tally.add(probability, outcome == 1, times, reference);
        }
    }

    /** @throws InvalidInput at once when there are too many to go on */
    void refuse(String field, String message) {
        violations.add(new Violation(field, message));
        if (violations.size() >= MOST_VIOLATIONS) {
            throw new InvalidInput(violations);
        }
    }

    /** Of no rows as well: everything but the counts is then absent. @throws InvalidInput naming the rows that are wrong */
    Report report() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return tally.report(SEED);
    }

    private void check(boolean accepted, String field, Double value, String what, Place place) {
        if (!accepted) {
            refuse(place.of(field), (value == null ? "is missing; " : "is " + value + "; ") + what + " is accepted");
        }
    }

    private static boolean isProbability(Double value) {
        return value != null && value >= 0 && value <= 1;
    }
}
