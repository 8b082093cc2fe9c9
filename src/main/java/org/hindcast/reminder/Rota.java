package org.hindcast.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who may be asked during one sweep, and how much each has to do: the next question goes to whom it suits, then to who has
 * least.
 */
final class Rota {

    private final Map<UUID, Reviewer> reviewers = new LinkedHashMap<>();
    private final Map<UUID, Long> load = new HashMap<>();

    /** @param load how many questions wait for each; who is missing has none */
    Rota(List<Reviewer> active, Map<UUID, Long> load) {
        active.forEach(reviewer -> reviewers.put(reviewer.id(), reviewer));
        this.load.putAll(load);
    }

    /** Null where they are no longer to be asked at all. */
    Reviewer find(UUID id) {
        return reviewers.get(id);
    }

    /** @param preferred gets it where they may; null for nobody */
    Optional<Reviewer> next(Collection<String> topics, Set<UUID> except, UUID preferred, Instant now) {
        return reviewers.values().stream().filter(Reviewer::reviews)
                .filter(reviewer -> !except.contains(reviewer.id()) && !reviewer.isAway(now))
                .min(Comparator.comparing((Reviewer reviewer) -> !reviewer.id().equals(preferred))
                        .thenComparing(reviewer -> reviewer.distance(topics))
                        .thenComparing(reviewer -> load.getOrDefault(reviewer.id(), 0L))
                        .thenComparing(Reviewer::id));
    }

    List<Reviewer> admins(Set<UUID> except, Instant now) {
        return reviewers.values().stream().filter(Reviewer::admin)
                .filter(admin -> !except.contains(admin.id()) && !admin.isAway(now)).toList();
    }

    void took(UUID reviewer) {
        load.merge(reviewer, 1L, Long::sum);
    }

    void gaveUp(UUID reviewer) {
        load.merge(reviewer, -1L, Long::sum);
    }

    /** When it is worth looking again for somebody to ask: when the first one is back, or tomorrow. */
    Instant lookAgain(Instant now) {
        return reviewers.values().stream().filter(reviewer -> reviewer.isAway(now)).map(Reviewer::backAt)
                .min(Comparator.naturalOrder()).filter(back -> back.isBefore(now.plus(Duration.ofDays(1))))
                .orElse(now.plus(Duration.ofDays(1)));
    }
}
