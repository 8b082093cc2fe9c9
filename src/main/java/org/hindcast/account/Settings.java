package org.hindcast.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Violations;

/**
 * What people set for themselves; what is null stays as it is, an empty e-mail address is none.
 *
 * @param topics that they are asked about first
 * @param absence null: as it is
 */
record Settings(String email, String timeZone, Account.Reminders reminders, LocalTime digestAt, List<String> topics,
        Absence absence) {

    private static final int MOST_TOPICS = 50;

    /** Days, the last one included, on which they are not asked; none where the last one is null. */
    record Absence(LocalDate from, LocalDate until) {
    }

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    void change(Account account, Instant now) {
        validate();
        new NewAccount(null, null, email, null, timeZone, reminders, digestAt, null).change(account, now);
        if (topics != null) {
            account.topics = topics.stream().distinct().toList();
        }
        if (absence != null) {
            account.awayFrom = absence.until == null ? null : absence.from;
            account.awayUntil = absence.until;
        }
        RecordedEvent.record(now, account.username, "account.changed", account.id,
                Map.of("timeZone", account.timeZone, "reminders", account.reminders, "mail", account.email != null));
    }

    private void validate() {
        Violations violations = new Violations();
        if (topics != null && topics.size() > MOST_TOPICS) {
            violations.add("topics", "has %d; at most %d are accepted".formatted(topics.size(), MOST_TOPICS));
        }
        for (int i = 0; topics != null && i < topics.size(); i++) {
            violations.slug("topics[" + i + "]", topics.get(i) == null ? " " : topics.get(i), 60);
        }
        if (absence != null) {
            violations.optional("awayFrom", absence.from);
            violations.optional("awayUntil", absence.until);
            if (absence.from != null && absence.until == null) {
                violations.add("awayUntil", "is missing; the last day of the absence is accepted");
            } else if (absence.from != null && absence.until.isBefore(absence.from)) {
                violations.add("awayUntil",
                        "is %s, before the first day; a date from %s on is accepted".formatted(absence.until,
                                absence.from));
            }
        }
        violations.throwIfAny();
    }
}
