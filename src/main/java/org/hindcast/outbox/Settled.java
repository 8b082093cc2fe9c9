package org.hindcast.outbox;

import java.time.Instant;

/**
 * An attempt is over. Fired in the transaction that records it, so that whoever keeps rows of their own changes them in it.
 *
 * @param status what the row is from now on: READY is tried again
 * @param attempts so far
 */
public record Settled(Leased item, Entry.Status status, int attempts, String error, Instant now) {

    public boolean isKind(String kind) {
        return item.kind().equals(kind);
    }
}
