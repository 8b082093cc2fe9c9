package org.hindcast.scorecard;

import org.hindcast.score.Interval;
import org.hindcast.score.Report;
import org.hindcast.web.Formats;

/** Whether an author is too sure of things or not sure enough, in one sentence with its uncertainty. */
final class Confidence {

    private Confidence() {
    }

    /** @return null where there are too few forecasts to say */
    static String of(Report report) {
        Interval interval = report.overconfidenceInterval();
        if (interval == null || report.n().longValue() < Enough.FOR_CONFIDENCE) {
            return null;
        }
        double over = report.overconfidence();
        String verdict = interval.low() > 0 ? "Overconfident"
                : interval.high() < 0 ? "Underconfident" : "Neither over- nor underconfidence has been shown";
        return "%s: the side that this author thought likelier was given %s on average and came out %s of the time, %s (95 %% interval: %s to %s)."
                .formatted(verdict, Formats.percent(over + report.hitRate().rate()), Formats.percent(report.hitRate().rate()),
                        over == 0 ? "exactly as often" : points(Math.abs(over)) + " points " + (over > 0 ? "less" : "more"),
                        signed(interval.low()), signed(interval.high()));
    }

    /** Percentage points; too sure is more than 0. */
    private static String signed(double share) {
        return share == 0 ? "0" : points(Math.abs(share)) + (share > 0 ? " less" : " more");
    }

    private static String points(double share) {
        return Formats.percent(share).replace("\u00a0%", "");
    }
}
