package org.hindcast.score;

import java.util.List;

/**
 * Placeholder until computed.
 */
public record Murphy(Double reliability, Double resolution, Double uncertainty, Double withinBinVariance,
        Double withinBinCovariance, Double generalizedResolution, Double reliabilityCorrected, Double resolutionCorrected,
        Double uncertaintyCorrected, List<Bin> bins) {

    /** A bin of forecasts. */
    public record Bin(double low, double high, Number n, Number hits, Double mean, Double frequency) {
    }
}
