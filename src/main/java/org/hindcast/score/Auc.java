package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record Auc(Double value, Double standardError) {
}
