package org.hindcast.scorecard;

import org.hindcast.forecast.Basis;
import org.hindcast.forecast.Stance;
import org.hindcast.score.Differences;
import org.hindcast.score.Lexicon;

/**
 * Forecasts of one author that count alike.
 *
 * @param level probability of YES in per mille; only with basis STATED
 * @param reference per mille of a reference forecast on record; null where there is none
 * @param hits of the n, how many came out YES (STATED, WORDED) or as called (ASSERTED, BET)
 */
record Cell(Basis basis, Integer level, String phrase, Stance stance, Integer reference, boolean undated, State state, long n,
        long hits) {

    /** What a published forecast counts as. */
    enum State {
        SCORED,
        /** Decided before its due date, which has not passed. */
        PROVISIONAL,
        UNRESOLVED,
        VOID,
        HEDGED,
        /** A later position of the same author on the same question: shown, not counted. */
        REVISION,
        WITHDRAWN
    }

    boolean isScoredProbability() {
        return state == State.SCORED && (basis == Basis.STATED || basis == Basis.WORDED);
    }

    boolean isScoredCall() {
        return state == State.SCORED && basis.isCall();
    }

    /** Probability of YES in per mille, words read with the lexicon. */
    int perMille(Lexicon lexicon) {
        if (level != null) {
            return level;
        }
        int read = lexicon.perMille(phrase).orElseThrow();
        return stance == Stance.NO ? 1000 - read : read;
    }

    /** Brier differences to the reference, in exact integers; none where no reference is on record. */
    Differences differences(Lexicon lexicon) {
        if (reference == null) {
            return new Differences(0, 0, 0, 0.0);
        }
        long own = perMille(lexicon);
        long hit = square(1000 - reference) - square(1000 - own);
        long miss = square(reference) - square(own);
        long misses = n - hits;
        double referenceSum = (hits * square(1000 - reference) + misses * square(reference)) / 1e6;
        return new Differences(n, (hits * hit + misses * miss) / 1e6, (hits * hit * hit + misses * miss * miss) / 1e12,
                referenceSum);
    }

    private static long square(long x) {
        return x * x;
    }
}
