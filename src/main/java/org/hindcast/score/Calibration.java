package org.hindcast.score;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report says of calibration level by level, and the test of it, from one resampling. Its cost is bounded: above
 * {@link #RESAMPLED} levels the drawing is done on the levels pooled to per mille, and the band read off between them; above
 * {@link #LISTED} levels the rows listed are the pooled ones as well. Scores never use pooled levels.
 */
final class Calibration {

    static final int REPLICATES = 1000;
    static final int RESAMPLED = 2000;
    static final int LISTED = 100_000;
    static final double COVERAGE = 0.9;

    private final LevelTable table;
    private final LevelTable drawn;
    private final Isotonic fit;
    private final List<Interval> band;
    private final Double pValue;

    Calibration(LevelTable table, Isotonic fit, long seed) {
        this.table = table;
        this.fit = fit;
        drawn = table.size() <= RESAMPLED ? table : table.pooled();
        if (table.size() == 0) {
            band = List.of();
            pValue = null;
            return;
        }
        Isotonic drawnFit = drawn == table ? fit : Isotonic.of(drawn);
        Resample resample = new Resample(drawn, ReliabilityBand.probabilities(drawn), REPLICATES, seed);
        pValue = resample.pValue((drawn.total(ProperScore.BRIER) - drawnFit.brier()) / drawn.n());
        band = ReliabilityBand.asymptotic(drawn) ? ReliabilityBand.discreteConsistency(drawn, COVERAGE)
                : resample.band(COVERAGE);
    }

    Double pValue() {
        return pValue;
    }

    List<Level> levels() {
        double[] recalibrated = fit.recalibrated();
        if (table.size() <= LISTED) {
            return levels(table, recalibrated);
        }
        double[] weighted = new double[table.size()];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = Math.min(table.n(i), recalibrated[i] * table.n(i));
        }
        LevelTable means = LevelTable.ofAscending(ReliabilityBand.probabilities(table), weights(), weighted).pooled();
        return levels(drawn, IntStream.range(0, means.size()).mapToDouble(i -> means.hits(i) / means.n(i)).toArray());
    }

    private double[] weights() {
        return IntStream.range(0, table.size()).mapToDouble(table::n).toArray();
    }

    private List<Level> levels(LevelTable listed, double[] recalibrated) {
        int[] at = { 0 };
        return IntStream.range(0, listed.size()).mapToObj(i -> {
            Interval interval = listed == drawn ? band.get(i) : between(listed.p(i), at);
            return new Level(listed.p(i), Figure.count(listed.n(i)), Figure.count(listed.hits(i)), Figure.of(recalibrated[i]),
                    interval == null ? null : interval.low(), interval == null ? null : interval.high());
        }).toList();
    }

    /** The band between the pooled levels around {@code p}; {@code at} is where the last, lower p was. */
    private Interval between(double p, int[] at) {
        while (at[0] + 1 < drawn.size() && drawn.p(at[0] + 1) <= p) {
            at[0]++;
        }
        Interval left = band.get(at[0]);
        if (at[0] + 1 == drawn.size() || p <= drawn.p(at[0])) {
            return left;
        }
        Interval right = band.get(at[0] + 1);
        double share = (p - drawn.p(at[0])) / (drawn.p(at[0] + 1) - drawn.p(at[0]));
        return left == null || right == null ? null
                : new Interval(left.low() + share * (right.low() - left.low()),
                        left.high() + share * (right.high() - left.high()));
    }
}
