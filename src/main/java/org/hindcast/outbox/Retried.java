package org.hindcast.outbox;

import java.util.UUID;

/** An admin has something tried again that was given up: fired in that transaction. */
public record Retried(UUID id, String kind) {
}
