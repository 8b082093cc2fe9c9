package org.hindcast.score;

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

        static DieboldMariano of(Differences differences) {
            double n = differences.n();
            Double variance = differences.variance();
            // The biased variance and the correction sqrt((n - 1) / n) make the unbiased variance: Student's t of the mean
            Double statistic = variance == null || variance <= 0 ? null
                    : Figure.of(differences.sum() / n / Math.sqrt(variance / n));
            return new DieboldMariano(statistic, statistic == null ? null
                    : Figure.of(2 * TDistribution.of(n - 1).survivalProbability(Math.abs(statistic))));
        }
    }

    /** Null where nothing can be compared. */
    static Comparison of(Differences differences) {
        if (differences == null || differences.n() == 0) {
            return null;
        }
        double n = differences.n();
        double sum = differences.sum();
        double squares = differences.sumOfSquares();
        Double variance = differences.variance();
        return new Comparison(Figure.count(n), differences.mean(), variance == null ? null : Math.sqrt(variance),
                EProcess.confidenceSequence(n, sum, squares), Figure.of(EProcess.log(sum, squares)),
                Figure.of(EProcess.log(-sum, squares)),
                differences.referenceSum() == null ? null : Figure.ratio(differences.referenceSum(), n),
                DieboldMariano.of(differences));
    }
}
