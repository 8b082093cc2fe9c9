package org.hindcast.score;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Continuous ranked probability score (Matheson and Winkler 1976): the integral of (F(t) - 1{y <= t})^2, a loss in the unit
 * of y that generalises absolute error to distributions.
 */
public final class Crps {

    private Crps() {
    }

    /** Of a normal distribution. */
    public static double normal(double mean, double sd, double y) {
        double z = (y - mean) / sd;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return sd * (z * (2 * normal.cumulativeProbability(z) - 1) + 2 * normal.density(z) - 1 / Math.sqrt(Math.PI));
    }

    /** Of a logistic distribution. */
    public static double logistic(double mean, double scale, double y) {
        double z = Math.abs(y - mean) / scale;
        return scale * (z + 2 * Math.log1p(Math.exp(-z)) - 1);
    }

    /** Of a uniform distribution on low..high. */
    public static double uniform(double low, double high, double y) {
        double z = (y - low) / (high - low);
        double inside = Math.max(0, Math.min(1, z));
        return (high - low) * (Math.abs(z - inside) + inside * inside - inside + 1 / 3.0);
    }

    /** Of the distribution of these m draws: mean |x - y| - mean |x - x'| / 2. */
    public static double ensemble(double[] draws, double y) {
        return error(draws, y) - spread(draws) / draws.length / draws.length;
    }

    /** What draws like these would score if there were infinitely many (Ferro 2014); needs two. */
    public static double fairEnsemble(double[] draws, double y) {
        return error(draws, y) - spread(draws) / draws.length / (draws.length - 1);
    }

    /**
     * Threshold-weighted score of a date, for "it happens by t with probability F(t)": the integral of (F - 1{y <= t})^2
     * from the first time to {@code end}. Needs nothing after {@code end} and accrues with time, so an early YES has no
     * advantage.
     *
     * @param times when F changes, ascending, in days say; the first is the opening
     * @param cumulative F from each time to the next, not falling, 0..1
     * @param y when it happened; infinite where it has not
     * @param end where scoring stops, not before the last time
     */
    public static double byDate(double[] times, double[] cumulative, double y, double end) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double until = i + 1 < times.length ? times[i + 1] : end;
            if (!(times[i] <= until) || !(cumulative[i] >= (i == 0 ? 0 : cumulative[i - 1]) && cumulative[i] <= 1)) {
                throw new IllegalArgumentException("times must ascend and probabilities not fall: at " + times[i]);
            }
            double before = Math.max(0, Math.min(until, y) - times[i]);
            double after = until - times[i] - before;
            sum += before * cumulative[i] * cumulative[i] + after * (1 - cumulative[i]) * (1 - cumulative[i]);
        }
        return sum;
    }

    private static double error(double[] draws, double y) {
        return Arrays.stream(draws).map(x -> Math.abs(x - y)).sum() / draws.length;
    }

    /** The sum of |x - x'| over pairs: each pair once. */
    private static double spread(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        Sum sum = new Sum();
        for (int i = 0; i < sorted.length; i++) {
            sum.add((2.0 * i - sorted.length + 1) * sorted[i]);
        }
        return sum.value();
    }
}
