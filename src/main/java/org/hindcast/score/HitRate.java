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
        double n = Overconfidence.sided(table);
        double hits = Math.min(n, table.sum(i -> Overconfidence.sideHits(table, i)));
        return new HitRate(Figure.ratio(hits, n), Binomial.wilson(hits, n), Binomial.jeffreys(hits, n));
    }
}
