package org.hindcast.score;

/**
 * How often the side that the author thought likelier came out: YES above 1/2, NO below; forecasts of exactly 1/2 take no
 * side and are left out. All null where every forecast is 1/2.
 *
 * @param rate hits / forecasts that took a side
 * @param wilson 95 % interval, {@link Binomial#wilson}
 * @param jeffreys 95 % interval, {@link Binomial#jeffreys}
 */
public record HitRate(Double rate, Interval wilson, Interval jeffreys) {

    static HitRate of(LevelTable table) {
        double n = sided(table);
        double hits = Math.min(n, table.sum(i -> table.p(i) == 0.5 ? 0
                : table.p(i) > 0.5 ? table.hits(i) : table.n(i) - table.hits(i)));
        return new HitRate(Figure.ratio(hits, n), Binomial.wilson(hits, n), Binomial.jeffreys(hits, n));
    }

    /** The mean probability of the side taken, less the rate: above 0 is overconfident. Null where no side was taken. */
    Double overconfidence(LevelTable table) {
        double confidence = table.sum(i -> table.p(i) == 0.5 ? 0 : table.n(i) * Math.max(table.p(i), 1 - table.p(i)));
        return rate == null ? null : Figure.of(confidence / sided(table) - rate);
    }

    private static double sided(LevelTable table) {
        return table.sum(i -> table.p(i) == 0.5 ? 0 : table.n(i));
    }
}
