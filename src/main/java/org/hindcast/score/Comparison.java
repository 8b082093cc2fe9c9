package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record Comparison(Number n, Double meanDifference, Double standardDeviation, Interval confidenceSequence,
        Double logEValue, Double logEValueReverse, DieboldMariano dieboldMariano) {

    /** Diebold and Mariano's test. */
    public record DieboldMariano(Double statistic, Double pValue) {
    }
}
