package org.hindcast.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody was told something: fired in that transaction, so that it leaves by their other ways in the same one.
 *
 * @param notices one for each of the accounts, in the same order
 */
public record Told(News news, List<UUID> notices, List<UUID> accounts, Instant now) {
}
