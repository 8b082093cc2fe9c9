package org.hindcast.score;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Own forecasts against references of the same questions at the same moments: d = reference's Brier - own Brier, so positive is
 * better than the reference. Questions that share a shock (one election) are not independent; enter them as one.
 *
 * @param n forecasts that have a reference
 * @param meanDifference mean d, -1..1
 * @param standardDeviation sample standard deviation of d; null for n <= 1
 * @param confidenceSequence 95 % for the mean of d, valid at all times at once (Choe and Ramdas 2023, additive form)
 * @param logEValue ln of the evidence that own beats reference; from ln 20 = 2.996 on, "no better" is rejected at 5 %
 * @param logEValueReverse ln of the evidence that reference beats own
 * @param referenceBrier mean Brier score of the references over these forecasts, own is this less meanDifference; null where
 *        it was not kept
 * @param dieboldMariano for one look at a number of forecasts fixed beforehand
 */
public record Comparison(Number n, Double meanDifference, Double standardDeviation, Interval confidenceSequence,
        Double logEValue, Double logEValueReverse, Double referenceBrier, DieboldMariano dieboldMariano) {

    /**
     * The test of equal accuracy of Diebold and Mariano (1995) for horizon 1, with the small-sample correction of Harvey,
     * Leybourne and Newbold (1997). Null where all differences are the same.
     *
     * @param statistic positive: own is better
     * @param pValue two-sided, Student's t with n - 1 degrees of freedom
     */
    public record DieboldMariano(Double statistic, Double pValue) {

        private static final double ROUNDING = 1e-24;

        /** Autocovariances up to lag horizon - 1 with equal weights, divided by n; null where these sum to 0 or less. */
        static DieboldMariano of(double[] d, int horizon) {
            int n = d.length;
            if (horizon < 1 || horizon >= n) {
                throw new IllegalArgumentException("a horizon lies in 1.." + (n - 1) + ", not " + horizon);
            }
            double mean = Arrays.stream(d).sum() / n;
            double squares = Arrays.stream(d).map(x -> x * x).sum();
            double variance = 0;
            for (int lag = 0; lag < horizon; lag++) {
                for (int t = lag; t < n; t++) {
                    variance += (lag == 0 ? 1 : 2) * (d[t] - mean) * (d[t - lag] - mean) / n / n;
                }
            }
            double h = horizon;
            // What is left of equal differences is rounding
            return of(
                    variance * n * n > ROUNDING * squares
                            ? mean / Math.sqrt(variance) * Math.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n)
                            : Double.NaN,
                    n);
        }

        static DieboldMariano of(Differences differences) {
            double n = differences.n();
            Double variance = differences.variance();
            // The biased variance and the correction sqrt((n - 1) / n) make the unbiased variance: Student's t of the mean
            return of(variance == null || variance <= 0 ? Double.NaN : differences.sum() / n / Math.sqrt(variance / n), n);
        }

        private static DieboldMariano of(double statistic, double n) {
            return new DieboldMariano(Figure.of(statistic), Double.isNaN(statistic) ? null
                    : Figure.of(2 * TDistribution.of(n - 1).survivalProbability(Math.abs(statistic))));
        }
    }

    /**
     * The test for forecasts {@code horizon} steps ahead, whose differences, in the order of time, are correlated up to
     * {@code horizon - 1} steps.
     *
     * @throws IllegalArgumentException unless 1 <= horizon < n
     */
    public static DieboldMariano dieboldMariano(double[] differences, int horizon) {
        return DieboldMariano.of(differences, horizon);
    }

    /** Of differences that count one each. Null where nothing can be compared. */
    public static Comparison of(Differences differences) {
        return of(differences, differences == null ? null : Weights.ones(differences.n()));
    }

    static Comparison of(Differences differences, Weights weights) {
        if (differences == null || differences.n() == 0) {
            return null;
        }
        Differences evidence = differences.times(Math.min(1, weights.effective() / differences.n()));
        Double variance = evidence.variance();
        // Bets on weighted differences are bounded only where no weight is above 1
        Differences bounded = differences.times(1 / Math.max(1, weights.greatest()));
        double n = bounded.n();
        double sum = bounded.sum();
        double squares = bounded.sumOfSquares();
        return new Comparison(Figure.count(differences.n()), differences.mean(), variance == null ? null : Math.sqrt(variance),
                EProcess.confidenceSequence(n, sum, squares), Figure.of(EProcess.log(sum, squares)),
                Figure.of(EProcess.log(-sum, squares)),
                differences.referenceSum() == null ? null : Figure.ratio(differences.referenceSum(), differences.n()),
                DieboldMariano.of(evidence));
    }
}
