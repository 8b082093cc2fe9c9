package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record Spiegelhalter(Double z, Double pValue) {
}
