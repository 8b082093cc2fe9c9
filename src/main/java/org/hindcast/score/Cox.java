package org.hindcast.score;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Cox's recalibration (1958, Biometrika 45:562): logit P(YES) = intercept + slope logit(p), p clipped to 0.001..0.999.
 * Calibrated is (0, 1); a slope below 1 is overconfidence, above 1 underconfidence. Null where all forecasts are alike, or
 * together less evidence than two.
 *
 * @param chiSquare twice the log likelihood gained over (0, 1)
 * @param pValue of the joint test of intercept 0 and slope 1, chi squared with 2 degrees of freedom
 * @param firth whether Firth's penalty was used, as it is with fewer than ten of either outcome or where the outcomes are
 *        separated; estimates are then finite, drawn towards 0, and chiSquare is of penalised likelihoods
 */
public record Cox(Double intercept, Double slope, Double interceptStandardError, Double slopeStandardError,
        Double chiSquare, Double pValue, Boolean firth) {

    private static final double FEW = 10;

    static Cox of(LevelTable table) {
        if (table.n() < 2
                || LogisticFit.logit(table.p(0)) == LogisticFit.logit(table.p(table.size() - 1))) {
            return new Cox(null, null, null, null, null, null, null);
        }
        boolean few = Math.min(table.hits(), table.n() - table.hits()) < FEW;
        LogisticFit fit = LogisticFit.of(table, few);
        boolean firth = few || fit.separated();
        if (firth && !few) {
            fit = LogisticFit.of(table, true);
        }
        double chiSquare = Math.max(0, 2 * (fit.logLikelihood() - fit.logLikelihood(0, 1)));
        return new Cox(Figure.of(fit.a()), Figure.of(fit.b()), Figure.of(fit.standardErrorOfA()),
                Figure.of(fit.standardErrorOfB()), Figure.of(chiSquare),
                Figure.of(ChiSquaredDistribution.of(2).survivalProbability(chiSquare)), firth);
    }
}
