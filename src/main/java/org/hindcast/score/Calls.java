package org.hindcast.score;

/**
 * Calls: flat assertions and bets, which hit or miss and carry no probability.
 *
 * @param n calls decided
 * @param hits calls that came out as said
 * @param rate hits / n; null without calls
 * @param wilson 95 % interval of the rate; null without calls
 */
public record Calls(long n, long hits, Double rate, Interval wilson) {

    /** @throws IllegalArgumentException unless 0 <= hits <= n */
    public static Calls of(long n, long hits) {
        return new Calls(n, hits, Figure.ratio(hits, n), Binomial.wilson(hits, n));
    }
}
