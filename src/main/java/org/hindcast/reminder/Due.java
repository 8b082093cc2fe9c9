package org.hindcast.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hindcast.question.Question;

/**
 * A question that the sweep looks at.
 *
 * @param askedFor the date that reviewers are asked for; {@code askedFrom} when it has come
 * @param notYet how often reviewers have put it off
 * @param answered who has given a verdict in this round that still holds; {@code verdicts} how many of each
 */
record Due(UUID id, LocalDate askedFor, Instant askedFrom, int round, int notYet, List<String> topics, Set<UUID> answered,
        Map<String, Integer> verdicts) {

    /** Nobody expects anything new: the admins are to say what silence means. */
    boolean isForAdmins() {
        return notYet >= Question.PUT_OFF_TOO_OFTEN;
    }

    /** The most verdicts that agree. */
    int agreeing() {
        return verdicts.values().stream().max(Integer::compare).orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Due due && due.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
