package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record Cox(Double intercept, Double slope, Double interceptStandardError, Double slopeStandardError,
        Double chiSquare, Double pValue, Boolean firth) {
}
