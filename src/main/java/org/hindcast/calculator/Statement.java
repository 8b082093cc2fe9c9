package org.hindcast.calculator;

import org.hindcast.score.Interval;
import org.hindcast.score.Report;
import org.hindcast.web.Formats;

/** What a report means, in sentences for somebody who has never seen one. */
final class Statement {

    private static final double COIN = 0.25;
    private static final long FEW = 30;

    private Statement() {
    }

    static String skill(Report report) {
        Interval interval = report.brierInterval();
        if (interval == null || report.n().longValue() < 10) {
            return "Too few forecasts to tell skill from luck.";
        }
        String range = "(Brier %s, 95 %% interval %s to %s; a coin has 0.250)".formatted(Formats.score(report.brier()),
                Formats.score(interval.low()), Formats.score(interval.high()));
        if (interval.high() < COIN) {
            return "Better than a coin " + range + ".";
        }
        return (interval.low() > COIN ? "Worse than a coin " : "No difference from a coin has been shown ") + range + ".";
    }

    static String calibration(Report report) {
        Double p = report.corp().mcbPValue();
        if (p == null) {
            return "Whether the probabilities mean what they say cannot be tested here.";
        }
        String few = report.n().longValue() < FEW ? " With so few forecasts only gross errors would show." : "";
        if (p >= 0.05) {
            return "No sign that the probabilities do not mean what they say (miscalibration %s, p = %s).%s".formatted(
                    Formats.score(report.corp().mcb()), Formats.score(p), few);
        }
        return "The probabilities do not mean what they say: recalibrated, the Brier score would be better by %s (p = %s).%s"
                .formatted(
                        Formats.score(report.corp().mcb()), Formats.score(p), few);
    }

    static String confidence(Report report) {
        Double slope = report.cox().slope();
        Double error = report.cox().slopeStandardError();
        if (slope == null || error == null) {
            return "Over- or underconfidence cannot be estimated here.";
        }
        String range = "(slope %s ± %s; 1 is right)".formatted(Formats.score(slope), Formats.score(1.96 * error));
        if (slope + 1.96 * error < 1) {
            return "Overconfident: probabilities are further from one half than they should be " + range + ".";
        }
        if (slope - 1.96 * error > 1) {
            return "Underconfident: probabilities are closer to one half than they should be " + range + ".";
        }
        return "Neither over- nor underconfidence has been shown " + range + ".";
    }
}
