package org.hindcast.scorecard;

import java.util.Locale;

import org.hindcast.score.Interval;

/**
 * An estimate with its interval on a scale, as places from left to right in per cent of the width.
 *
 * @param mark what it is compared with, such as the coin
 */
record Whisker(String low, String high, String width, String point, String mark) {

    /** @return null where there is no estimate; without an interval, a point alone */
    static Whisker of(Double point, Interval interval, double mark, double from, double to) {
        if (point == null) {
            return null;
        }
        double low = place(interval == null ? point : interval.low(), from, to);
        double high = place(interval == null ? point : interval.high(), from, to);
        return new Whisker(percent(low), percent(high), percent(high - low), percent(place(point, from, to)),
                percent(place(mark, from, to)));
    }

    private static double place(double value, double from, double to) {
        // a little inside, so that points at the ends are drawn whole
        return 2 + 96 * Math.max(0, Math.min(1, (value - from) / (to - from)));
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.1f%%", place);
    }
}
