package org.hindcast.score;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean Brier score of a table and how sure one can be of it, taking forecasts as independent.
 *
 * @param mean 0..1; null without forecasts
 * @param variance sample variance (n - 1) of a single forecast's score; null for n <= 1
 * @param interval 95 % interval of the mean by Student's t, cut to 0..1; null for n <= 1
 */
public record Brier(Double mean, Double variance, Interval interval) {

    public static Brier of(LevelTable table) {
        double n = table.n();
        Double mean = Figure.ratio(table.total(ProperScore.BRIER), n);
        if (n <= 1) {
            return new Brier(mean, null, null);
        }
        double squaredDeviations = table.sum(i -> table.hits(i) * square(ProperScore.BRIER.of(table.p(i), true) - mean)
                + (table.n(i) - table.hits(i)) * square(ProperScore.BRIER.of(table.p(i), false) - mean));
        return withInterval(mean, n, squaredDeviations / (n - 1));
    }

    /** From sums over n forecasts: of their scores, and of the squares of these. */
    public static Brier of(double n, double sum, double sumOfSquares) {
        Double mean = Figure.ratio(sum, n);
        return n <= 1 ? new Brier(mean, null, null)
                : withInterval(mean, n, Math.max(0, sumOfSquares - sum * sum / n) / (n - 1));
    }

    private static Brier withInterval(double mean, double n, double variance) {
        double half = Binomial.quantile(TDistribution.of(n - 1), 0.975) * Math.sqrt(variance / n);
        return new Brier(mean, Figure.of(variance),
                Double.isFinite(half) ? new Interval(mean - half, mean + half).clamp(0, 1) : null);
    }

    private static double square(double x) {
        return x * x;
    }
}
