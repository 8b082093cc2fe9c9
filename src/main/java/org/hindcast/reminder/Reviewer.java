package org.hindcast.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may be asked.
 *
 * @param reviews whether reviewing is a role of theirs; otherwise they are an admin, who is asked last
 * @param topics that they know about; empty: all
 * @param awayFrom the first day on which they are not to be asked, null for none; {@code awayUntil} the last
 * @param mail whether they want to be told by mail and have an address
 */
record Reviewer(UUID id, boolean reviews, boolean admin, Set<String> topics, ZoneId zone, LocalDate awayFrom,
        LocalDate awayUntil,
        boolean mail) {

    /** The lower the nearer: those who named one of the topics, those who named none, the others. */
    int distance(Collection<String> questionTopics) {
        return topics.isEmpty() ? 1 : Collections.disjoint(topics, questionTopics) ? 2 : 0;
    }

    boolean isAway(Instant now) {
        if (awayUntil == null) {
            return false;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        return !today.isAfter(awayUntil) && (awayFrom == null || !today.isBefore(awayFrom));
    }

    /** When they are back, of somebody who is away. */
    Instant backAt() {
        return awayUntil.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
