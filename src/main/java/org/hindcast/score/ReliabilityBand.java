package org.hindcast.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bands for a reliability diagram, one interval a level, in the order of the levels. A level that no resampled record reached
 * has none: {@code null}.
 */
public final class ReliabilityBand {

    private ReliabilityBand() {
    }

    /**
     * Where the recalibrated probabilities would lie if every forecast were calibrated: around the diagonal.
     *
     * @param coverage such as 0.9
     * @param replicates resampled records, 1,000 for a page; cost and memory are levels times replicates
     */
    public static List<Interval> consistency(LevelTable table, double coverage, int replicates, long seed) {
        return new Resample(table, probabilities(table), replicates, seed).band(coverage);
    }

    /** How sure the recalibrated probabilities are: around themselves. Parameters as of {@link #consistency}. */
    public static List<Interval> confidence(LevelTable table, double coverage, int replicates, long seed) {
        return new Resample(table, Isotonic.of(table).recalibrated(), replicates, seed).band(coverage);
    }

    /** The consistency band for many forecasts on few levels: x -/+ z sqrt(x(1 - x) / n), cut to 0..1. */
    public static List<Interval> discreteConsistency(LevelTable table, double coverage) {
        return normal(table, probabilities(table), coverage);
    }

    /**
     * The confidence band for many forecasts on few levels: c -/+ z sqrt(c(1 - c) / n) around the recalibrated c, cut to
     * 0..1. Where frequencies fall, and levels are pooled, it is wider than need be.
     */
    public static List<Interval> discreteConfidence(LevelTable table, double coverage) {
        return normal(table, Isotonic.of(table).recalibrated(), coverage);
    }

    private static List<Interval> normal(LevelTable table, double[] rates, double coverage) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - coverage) / 2);
        List<Interval> band = new ArrayList<>(table.size());
        for (int i = 0; i < table.size(); i++) {
            double half = z * Math.sqrt(rates[i] * (1 - rates[i]) / table.n(i));
            band.add(new Interval(rates[i] - half, rates[i] + half).clamp(0, 1));
        }
        return band;
    }

    /**
     * Whether there are forecasts enough on each level for the bands without resampling (Dimitriadis et al. 2021, supplement).
     * Their band for many forecasts on many levels, which needs a density estimate, is not used: drawing from the table costs
     * the same for a million forecasts as for a thousand, and assumes nothing.
     */
    static boolean asymptotic(LevelTable table) {
        double levels = table.size();
        return table.n() > Math.max(1000, Math.min(5000, 50 * levels)) && table.n() >= 8 * levels * levels;
    }

    static double[] probabilities(LevelTable table) {
        double[] p = new double[table.size()];
        Arrays.setAll(p, table::p);
        return p;
    }
}
