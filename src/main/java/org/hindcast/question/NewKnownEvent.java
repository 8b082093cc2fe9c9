package org.hindcast.question;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.web.Violations;

/** An event with its day, as it is sent. */
record NewKnownEvent(String name, List<String> otherNames, LocalDate day, String source) {

    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_NAME = 3;
    private static final int MOST_NAMES = 20;

    /**
     * Without what surrounds the names.
     *
     * @param as the one that it changes; null where it is new
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     */
    NewKnownEvent validated(UUID as) {
        Violations violations = new Violations();
        String called = name("name", violations.required("name", name, LONGEST_NAME), violations);
        List<String> others = otherNames == null ? List.of() : otherNames;
        if (others.size() > MOST_NAMES) {
            violations.add("otherNames", "has %d items; at most %d are accepted".formatted(others.size(), MOST_NAMES));
            others = List.of();
        }
        for (int i = 0; i < others.size(); i++) {
            name("otherNames[" + i + "]", violations.required("otherNames[" + i + "]", others.get(i), LONGEST_NAME),
                    violations);
        }
        violations.required("day", day);
        violations.required("source", source, 500);
        violations.throwIfAny();
        KnownEvent there = KnownEvent.find("name = ?1 and day = ?2", called, day).firstResult();
        if (there != null && !there.id.equals(as)) {
            violations.add("day", "is there already for '%s'; another day, or another name, is accepted".formatted(called));
        }
        violations.throwIfAny();
        return new NewKnownEvent(called, others.stream().map(String::strip).distinct().toList(), day, source.strip());
    }

    private static String name(String field, String name, Violations violations) {
        String bare = name == null ? null : name.strip();
        if (bare != null && bare.length() < SHORTEST_NAME) {
            violations.add(field, "is shorter than %d characters, which would be found everywhere".formatted(SHORTEST_NAME));
        }
        return bare;
    }
}
