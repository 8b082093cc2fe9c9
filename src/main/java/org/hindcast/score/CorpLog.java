package org.hindcast.score;

/**
 * Placeholder until computed.
 */
public record CorpLog(Double score, Double mcb, Double dsc, Double unc) {
}
