package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record Sharpness(Double meanVariance, Double variance) {
}
