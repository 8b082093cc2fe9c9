package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.account.Account;
import org.hindcast.question.Question;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.Violations;

/** A reviewer puts a question off for themselves: it waits in no queue of theirs until that day, and nobody reminds them. */
@ApplicationScoped
class Snoozing {

    static final int LONGEST_DAYS = 30;

    @Inject
    Event<TurnChanged> changed;

    /**
     * Within the transaction of the caller.
     *
     * @throws org.hindcast.web.InvalidInput unless it is a day after today, within a month
     * @throws Conflict unless the question is open and theirs to decide
     */
    void snooze(UUID id, LocalDate until, Account reviewer, Instant now) {
        LocalDate today = now.atZone(ZoneId.of(reviewer.timeZone)).toLocalDate();
        Violations violations = new Violations();
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            violations.add("until", "a date from %s to %s is accepted".formatted(today.plusDays(1),
                    today.plusDays(LONGEST_DAYS)));
        }
        violations.throwIfAny();
        Question question = Question.locked(id);
        Assignment turn = Assignment.takenUp(question, reviewer, now);
        turn.snoozedUntil = until.atStartOfDay(ZoneId.of(reviewer.timeZone)).toInstant();
        if (question.askAt == null || question.askAt.isAfter(turn.snoozedUntil)) {
            question.askAt = turn.snoozedUntil;
        }
        RecordedEvent.record(now, reviewer.username, "review.snoozed", id, Map.of("until", until));
        changed.fire(new TurnChanged(id, reviewer.id, now));
    }
}
