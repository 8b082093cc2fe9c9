package org.hindcast.score;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * 95 % intervals for a rate of hits out of n (Brown, Cai and DasGupta 2001, Statistical Science 16:101). Counts may be
 * fractional, as weighted ones are. With n = 0 there is no interval: {@code null}.
 */
public final class Binomial {

    /** The 97.5 % point of the standard normal. */
    static final double Z95 = 1.959963984540054;

    private static final double TAIL = 0.025;

    private Binomial() {
    }

    /**
     * Wilson's score interval (1927): the rates that a two-sided score test at 5 % does not reject.
     *
     * @throws IllegalArgumentException unless 0 <= hits <= n and both are finite
     */
    public static Interval wilson(double hits, double n) {
        check(hits, n);
        if (n == 0) {
            return null;
        }
        double z2 = Z95 * Z95;
        double centre = (hits + z2 / 2) / (n + z2);
        double half = Z95 / (n + z2) * Math.sqrt(hits / n * (n - hits) + z2 / 4);
        // At the ends the formula gives 0 and 1 but for a rounding
        return new Interval(hits == 0 ? 0 : centre - half, hits == n ? 1 : centre + half).clamp(0, 1);
    }

    /**
     * The equal-tailed interval of Beta(hits + 1/2, n - hits + 1/2), with the usual change at the ends: no hits puts the
     * lower end at 0, hits only puts the upper end at 1.
     *
     * @throws IllegalArgumentException unless 0 <= hits <= n and both are finite
     */
    public static Interval jeffreys(double hits, double n) {
        check(hits, n);
        if (n == 0) {
            return null;
        }
        return new Interval(hits == 0 ? 0 : betaQuantile(hits + 0.5, n - hits + 0.5, TAIL),
                // the upper tail by symmetry: 1 - q keeps its digits where q is small
                hits == n ? 1 : 1 - betaQuantile(n - hits + 0.5, hits + 0.5, TAIL)).clamp(0, 1);
    }

    static double betaQuantile(double a, double b, double probability) {
        return quantile(BetaDistribution.of(a, b), probability);
    }

    /** The library's root finder stops at an absolute error of 1e-9; Newton steps take it to full precision. */
    static double quantile(ContinuousDistribution distribution, double probability) {
        double x = distribution.inverseCumulativeProbability(probability);
        double error = distribution.cumulativeProbability(x) - probability;
        for (int i = 0; i < 6 && error != 0; i++) {
            double next = x - error / distribution.density(x);
            if (!(next > distribution.getSupportLowerBound() && next < distribution.getSupportUpperBound())) {
                break;
            }
            double left = distribution.cumulativeProbability(next) - probability;
            if (!(Math.abs(left) < Math.abs(error))) {
                break;
            }
            x = next;
            error = left;
        }
        return x;
    }

    private static void check(double hits, double n) {
        if (!(hits >= 0 && hits <= n && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("0 <= hits <= n is needed, not hits = " + hits + ", n = " + n);
        }
    }
}
