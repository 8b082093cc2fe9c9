package org.hindcast.question;

import java.time.Instant;
import java.util.UUID;

/**
 * The criteria of a question were corrected: what was decided under the old ones no longer counts. Fired in that transaction.
 */
public record QuestionAmended(UUID question, String by, String because, Instant now) {
}
