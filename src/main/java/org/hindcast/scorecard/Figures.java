package org.hindcast.scorecard;

import org.hindcast.score.Interval;
import org.hindcast.web.Formats;

/** How intervals are written on pages. */
final class Figures {

    private Figures() {
    }

    static String scores(Interval interval) {
        return interval == null ? Formats.NONE : Formats.score(interval.low()) + " to " + Formats.score(interval.high());
    }

    static String percents(Interval interval) {
        return interval == null ? Formats.NONE : Formats.percent(interval.low()) + " to " + Formats.percent(interval.high());
    }
}
