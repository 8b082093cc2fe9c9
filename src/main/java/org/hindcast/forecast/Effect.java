package org.hindcast.forecast;

import java.time.Instant;

import org.hindcast.question.Outcome;
import org.hindcast.web.Formats;

/**
 * What a forecast did to its author's score.
 *
 * @param figure hit, miss or the Brier score; null where there is none
 */
record Effect(String figure, String sentence) {

    /** @param first the same author's position on this question that counts; null where it is this one */
    static Effect of(Forecast forecast, Forecast first, Instant now) {
        Outcome outcome = forecast.question.outcome;
        if (forecast.status == Forecast.Life.WITHDRAWN) {
            return new Effect(null, "Withdrawn: a mistake of this record, not of the author. It moves no score.");
        }
        if (forecast.claim.basis() == Basis.HEDGED) {
            return new Effect(null, "A hedge is kept and counted, and never scored.");
        }
        if (first != null) {
            return new Effect(null, "Shown, not counted: the author's first position on this question counts.");
        }
        if (outcome == null) {
            return new Effect(null, "None yet: the question is undecided.");
        }
        if (outcome == Outcome.VOID) {
            return new Effect(null, "None: the question was resolved VOID, which moves no score.");
        }
        Effect decided = forecast.claim.basis().isCall() ? call(forecast) : probability(forecast, outcome);
        return !forecast.question.isProvisional(now) ? decided
                : new Effect(decided.figure, decided.sentence + " It enters the scorecard when the due date has passed.");
    }

    private static Effect call(Forecast forecast) {
        return new Effect(forecast.hit() ? "hit" : "miss",
                "A flat call without a probability: it counts in the author's hit rate and in no Brier score.");
    }

    private static Effect probability(Forecast forecast, Outcome outcome) {
        double p = Position.of(forecast.claim).probability();
        double brier = Standing.brier(forecast);
        return new Effect(Formats.score(brier), "Brier score (%s − %d)² = %s, where a coin has 0.250. Lower is better."
                .formatted(Formats.score(p), outcome == Outcome.YES ? 1 : 0, Formats.score(brier)));
    }
}
