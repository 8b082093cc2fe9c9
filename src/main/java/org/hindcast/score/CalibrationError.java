package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record CalibrationError(Double ece, Double debiasedSquared, Double maximum) {
}
