package org.hindcast.account;

import java.time.Instant;
import java.util.UUID;

/** Somebody no longer reviews, or was shut out: fired in the transaction of that change. */
public record ReviewerLeft(UUID account, Instant now) {
}
