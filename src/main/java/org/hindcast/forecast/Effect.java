package org.hindcast.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Formats;

/**
 * How a forecast is scored, with its numbers, step by step.
 *
 * @param figure hit, miss or the Brier score; null where there is none
 * @param sentence what that means, or why there is none
 * @param unit what the figure is; null where it says so itself
 */
record Effect(String figure, String unit, String sentence, List<Step> steps) {

    private static final double COIN = 0.25;

    record Step(String what, String how) {
    }

    /** @param first the same author's position on this question that counts; null where it is this one */
    static Effect of(Forecast forecast, Forecast first, Instant now) {
        Question question = forecast.question;
        if (forecast.status == Forecast.Life.WITHDRAWN) {
            return none("Withdrawn: a mistake of this record, not of the author. It is in no score.");
        }
        if (forecast.claim.basis() == Basis.HEDGED) {
            return none(
                    "Not scored. May, might and could are true whatever happens: no outcome could show the author wrong, so "
                            + "none shows the author right. Hedges are kept and counted, so that one sees how many there are.");
        }
        if (first != null) {
            return none("Shown, not scored: the author's first position on this question counts, so that nobody gains by "
                    + "coming back to a question.");
        }
        if (question.outcome == Outcome.VOID) {
            return none("Not scored: the question was resolved VOID, neither yes nor no.");
        }
        Effect effect = forecast.claim.basis().isCall() ? call(forecast, question.outcome)
                : probability(forecast, question.outcome);
        if (question.isProvisional(now)) {
            effect.steps.add(new Step("Provisional", "It was decided early and is shown at once. It enters the author's score "
                    + "when the due date, %s, has passed: a yes can come early and a no cannot, so counting early answers at "
                            .formatted(Formats.date(question.criteria.dueOn()))
                    + "once would favour whoever says yes."));
        }
        return effect;
    }

    private static Effect none(String why) {
        return new Effect(null, null, why, List.of());
    }

    private static Effect call(Forecast forecast, Outcome outcome) {
        String stance = forecast.claim.stance().name();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("The author called", stance));
        if (outcome == null) {
            return new Effect(null, null, "Undecided. A hit if it comes out %s, a miss otherwise.".formatted(stance), steps);
        }
        steps.add(new Step("It came out", outcome.name()));
        return new Effect(forecast.hit() ? "hit" : "miss", null,
                (forecast.claim.basis() == Basis.BET ? "A bet" : "A flat call") + " gives no probability, so none is made up: "
                        + "it counts in the author's hit rate and in no Brier score.",
                steps);
    }

    private static Effect probability(Forecast forecast, Outcome outcome) {
        Claim claim = forecast.claim;
        double p = Position.of(claim).probability();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Probability of YES", claim.basis() == Basis.STATED ? "p = " + Formats.score(p) + ", as given"
                : read(claim, p)));
        if (outcome == null) {
            return new Effect(null, null, "Undecided. The Brier score will be %s if it comes out YES, and %s if NO.".formatted(
                    arithmetic(p, 1), arithmetic(p, 0)), steps);
        }
        int y = outcome == Outcome.YES ? 1 : 0;
        double brier = square(p - y);
        steps.add(new Step("It came out", outcome + ", so y = " + y));
        steps.add(new Step("Brier score", "(p − y)² = " + arithmetic(p, y)));
        if (claim.referenceProbability() != null) {
            steps.add(reference(claim, y, brier));
        }
        return new Effect(Formats.score(brier), "Brier score, lower is better",
                "From 0, perfect, to 1. Whoever says 50 %% to everything has %s; this is %s."
                        .formatted(Formats.score(COIN),
                                brier < COIN ? "better" : brier > COIN ? "worse" : "the same"),
                steps);
    }

    private static String read(Claim claim, double p) {
        double value = Lexicon.standard().perMille(claim.phrase()).orElseThrow() / 1000.0;
        String read = "“%s” is read as %s with the default lexicon".formatted(Position.phrase(claim.phrase()),
                Formats.score(value));
        return claim.stance() == Stance.NO ? read + "; it was said of NO, so p = 1 − %s = %s".formatted(Formats.score(value),
                Formats.score(p)) : "p = " + Formats.score(p) + ": " + read;
    }

    private static Step reference(Claim claim, int y, double brier) {
        double p = PerMille.toNumber(claim.referenceProbability());
        double gain = square(p - y) - brier;
        return new Step("The reference", "%s, and the author did %s".formatted(arithmetic(p, y),
                gain == 0 ? "the same" : (gain > 0 ? "better by " : "worse by ") + Formats.score(Math.abs(gain))));
    }

    private static String arithmetic(double p, int y) {
        return "(%s − %d)² = %s".formatted(Formats.score(p), y, Formats.score(square(p - y)));
    }

    private static double square(double x) {
        return x * x;
    }
}
