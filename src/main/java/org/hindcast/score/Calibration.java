package org.hindcast.score;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report says of calibration level by level, and the test of it, from resampling. Its cost is bounded: above
 * {@link #RESAMPLED} levels the drawing is done on the levels pooled to per mille, and the bands read off between them; above
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
    private final List<Interval> consistency;
    private final List<Interval> confidence;
    private final Double pValue;

    /**
     * @param evidence the same table, its counts multiplied so that they sum to the effective number of forecasts
     * @param fit of the table
     */
    Calibration(LevelTable table, LevelTable evidence, Isotonic fit, long seed) {
        this.table = table;
        this.fit = fit;
        drawn = evidence.size() <= RESAMPLED ? evidence : evidence.pooled();
        if (table.size() == 0) {
            consistency = List.of();
            confidence = List.of();
            pValue = null;
            return;
        }
        Isotonic drawnFit = Isotonic.of(drawn);
        Resample resample = new Resample(drawn, ReliabilityBand.probabilities(drawn), REPLICATES, seed);
        pValue = resample.pValue((drawn.total(ProperScore.BRIER) - drawnFit.brier()) / drawn.n());
        boolean asymptotic = ReliabilityBand.asymptotic(drawn);
        consistency = asymptotic ? ReliabilityBand.discreteConsistency(drawn, COVERAGE) : resample.band(COVERAGE);
        confidence = asymptotic ? ReliabilityBand.discreteConfidence(drawn, COVERAGE)
                : new Resample(drawn, drawnFit.recalibrated(), REPLICATES, seed).band(COVERAGE);
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
        return levels(table.pooled(), IntStream.range(0, means.size()).mapToDouble(i -> means.hits(i) / means.n(i)).toArray());
    }

    private double[] weights() {
        return IntStream.range(0, table.size()).mapToDouble(table::n).toArray();
    }

    private List<Level> levels(LevelTable listed, double[] recalibrated) {
        boolean asDrawn = listed.size() == drawn.size();
        int[] at = { 0 };
        return IntStream.range(0, listed.size()).mapToObj(i -> {
            double p = listed.p(i);
            Interval band = asDrawn ? consistency.get(i) : between(p, at, consistency);
            return new Level(p, Figure.count(listed.n(i)), Figure.count(listed.hits(i)), Figure.of(recalibrated[i]),
                    band == null ? null : band.low(), band == null ? null : band.high(),
                    asDrawn ? confidence.get(i) : between(p, at, confidence));
        }).toList();
    }

    /** A band between the pooled levels around {@code p}; {@code at} is where the last p, which was no higher, was. */
    private Interval between(double p, int[] at, List<Interval> band) {
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
