package org.hindcast.score;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Spiegelhalter's test of calibration (1986, Stat Med 5:421): whether the Brier score is what calibrated forecasts of these
 * probabilities would get. Blind to errors at p = 1/2; null where every forecast is 0, 1/2 or 1.
 *
 * @param z sum (h - np)(1 - 2p) / sqrt(sum n (1 - 2p)^2 p (1 - p)), standard normal under calibration; above 0: the score is
 *        worse than calibrated forecasts' would be
 * @param pValue two-sided
 */
public record Spiegelhalter(Double z, Double pValue) {

    static Spiegelhalter of(LevelTable table) {
        double numerator = table.sum(i -> (table.hits(i) - table.n(i) * table.p(i)) * (1 - 2 * table.p(i)));
        double variance = table
                .sum(i -> table.n(i) * Math.pow(1 - 2 * table.p(i), 2) * table.p(i) * (1 - table.p(i)));
        Double z = variance > 0 ? Figure.of(numerator / Math.sqrt(variance)) : null;
        return new Spiegelhalter(z,
                z == null ? null : Figure.of(2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z))));
    }
}
