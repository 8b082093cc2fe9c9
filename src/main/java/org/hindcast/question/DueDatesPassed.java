package org.hindcast.question;

import java.time.Instant;

/** The sweep runs: what waited for its due date until now is to be brought in. Fired outside any transaction. */
public record DueDatesPassed(Instant now) {
}
