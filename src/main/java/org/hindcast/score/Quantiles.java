package org.hindcast.score;

/**
 * Losses of interval and quantile forecasts of a number, in the unit of that number: divide by a scale fixed when the question
 * was asked before adding over questions. Points on an edge are inside.
 */
public final class Quantiles {

    private Quantiles() {
    }

    /**
     * Pinball loss (1{y <= q} - tau)(q - y) of a quantile forecast, without the factor 2 of some.
     *
     * @param tau the quantile's level, in (0, 1)
     */
    public static double pinball(double tau, double quantile, double y) {
        level(tau);
        return ((y <= quantile ? 1 : 0) - tau) * (quantile - y);
    }

    /**
     * Interval score (Gneiting and Raftery 2007): width plus 2 / alpha times the distance by which y lies outside.
     *
     * @param alpha one less the interval's nominal coverage, in (0, 1)
     * @throws IllegalArgumentException where the ends cross
     */
    public static double intervalScore(double alpha, double low, double high, double y) {
        level(alpha);
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval's low end is not above its high end: " + low + ", " + high);
        }
        return high - low + 2 / alpha * (Math.max(0, low - y) + Math.max(0, y - high));
    }

    /**
     * Weighted interval score (Bracher et al. 2021): (|y - median| / 2 + sum alpha_k / 2 IS_k) / (K + 1/2), which is twice the
     * mean pinball loss over the 2K + 1 quantiles.
     *
     * @param alphas of the K intervals, descending: the widest interval last
     * @throws IllegalArgumentException for quantiles that cross or arrays of different lengths
     */
    public static double weightedIntervalScore(double median, double[] alphas, double[] lows, double[] highs, double y) {
        if (alphas.length != lows.length || alphas.length != highs.length) {
            throw new IllegalArgumentException("an alpha, a low and a high end are needed for each interval");
        }
        double sum = Math.abs(y - median) / 2;
        double low = median;
        double high = median;
        for (int k = 0; k < alphas.length; k++) {
            if (k > 0 && !(alphas[k] < alphas[k - 1]) || !(lows[k] <= low && highs[k] >= high)) {
                throw new IllegalArgumentException("interval " + k + " must enclose the one before it");
            }
            low = lows[k];
            high = highs[k];
            sum += alphas[k] / 2 * intervalScore(alphas[k], low, high, y);
        }
        return sum / (alphas.length + 0.5);
    }

    private static void level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies between 0 and 1, not " + level);
        }
    }
}
