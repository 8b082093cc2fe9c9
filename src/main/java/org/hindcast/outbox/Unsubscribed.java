package org.hindcast.outbox;

import java.time.Instant;
import java.util.UUID;

/** Somebody turned this list off, by the address in a mail: fired in the transaction that records it. */
public record Unsubscribed(String list, UUID subject, Instant now) {

    public boolean isList(String name) {
        return list.equals(name);
    }
}
