package org.hindcast.scorecard;

import org.hindcast.score.Interval;
import org.hindcast.web.Formats;

/** How intervals and chances are written on pages. */
final class Figures {

    private Figures() {
    }

    static String scores(Interval interval) {
        return interval == null ? Formats.NONE : Formats.score(interval.low()) + " to " + Formats.score(interval.high());
    }

    /** A chance that is known from data, so never quite 0 or 1, and not written as if it were. */
    static String chance(double chance) {
        return chance < 0.0005 ? "< 0.1\u00a0%" : chance >= 0.9995 ? "> 99.9\u00a0%" : Formats.percent(chance);
    }

    static String percents(Interval interval) {
        return interval == null ? Formats.NONE : Formats.percent(interval.low()) + " to " + Formats.percent(interval.high());
    }
}
