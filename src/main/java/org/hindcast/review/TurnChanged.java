package org.hindcast.review;

import java.time.Instant;
import java.util.UUID;

/** Somebody is not to be asked about a question any more, or not for now: fired in the transaction of that change. */
public record TurnChanged(UUID question, UUID reviewer, Instant now) {
}
