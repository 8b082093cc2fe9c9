package org.hindcast.question;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Something changed that decides what forecasts on these questions count as: an outcome, criteria, a forecast. Fired once at
 * the end of the transaction that changed it, which still holds the questions locked; scorecards and reminders change in the
 * same transaction.
 */
public record QuestionsMoved(Set<UUID> questions, Instant now) {
}
