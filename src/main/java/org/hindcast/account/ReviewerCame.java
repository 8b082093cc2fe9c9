package org.hindcast.account;

import java.time.Instant;

/** Somebody who reviews was added, or came back: fired in the transaction of that change. */
public record ReviewerCame(Instant now) {
}
