package org.hindcast.ledger;

/**
 * What is wrong in a ledger file.
 *
 * @param line from 1; 1 where it is about the whole file
 * @param field path such as {@code forecasts[2].criteria.due}; empty where it is about the whole file
 */
public record Problem(int line, String field, String message) {
}
