package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record Corp(Double score, Double mcb, Double dsc, Double unc, Double mcbPValue) {
}
