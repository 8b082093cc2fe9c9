package org.hindcast.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * A row that this node alone may send, until the lease ends.
 *
 * @param attempt which one this is, from 1
 * @param unanswered earlier attempts of which nobody knows whether they arrived
 * @param fence the number of the claim; whoever comes with an older one records nothing
 */
public record Leased(UUID id, String kind, Channel channel, UUID account, String address, UUID subject, String messageId,
        Map<String, Object> payload, int attempt, int unanswered, long fence, Lease lease) {
}
