package org.hindcast.score;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean probability of the side thought likelier, less how often that side came out; forecasts of exactly 1/2 take no side
 * and are left out.
 *
 * @param value -0.5..1, above 0 is overconfident; null where no side was taken
 * @param interval 95 % interval of it by Student's t, taking forecasts as independent; null below two forecasts with a side
 */
record Overconfidence(Double value, Interval interval) {

    static Overconfidence of(LevelTable table) {
        double n = sided(table);
        Double mean = Figure.ratio(table.sum(i -> sided(table, i) * confidence(table, i) - sideHits(table, i)), n);
        if (mean == null || n <= 1) {
            return new Overconfidence(mean, null);
        }
        double variance = table.sum(i -> sideHits(table, i) * square(confidence(table, i) - 1 - mean)
                + (sided(table, i) - sideHits(table, i)) * square(confidence(table, i) - mean)) / (n - 1);
        double half = TDistribution.of(n - 1).inverseSurvivalProbability(0.025) * Math.sqrt(variance / n);
        return new Overconfidence(mean,
                Double.isFinite(half) ? new Interval(mean - half, mean + half).clamp(-0.5, 1) : null);
    }

    /** How many forecasts took a side. */
    static double sided(LevelTable table) {
        return table.sum(i -> sided(table, i));
    }

    /** Of these, how often their side came out at a level. */
    static double sideHits(LevelTable table, int i) {
        return table.p(i) == 0.5 ? 0 : table.p(i) > 0.5 ? table.hits(i) : table.n(i) - table.hits(i);
    }

    private static double sided(LevelTable table, int i) {
        return table.p(i) == 0.5 ? 0 : table.n(i);
    }

    private static double confidence(LevelTable table, int i) {
        return Math.max(table.p(i), 1 - table.p(i));
    }

    private static double square(double x) {
        return x * x;
    }
}
