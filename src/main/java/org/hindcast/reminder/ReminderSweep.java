package org.hindcast.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.clock.Sweep;
import org.hindcast.clock.SweepLog;
import org.hindcast.question.DueDatesPassed;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/**
 * The clock's tick: brings in what was decided before its due date, asks for a verdict on what is due, and gathers what was
 * asked into mails and notices. Quartz runs it on one node at a time; several at once do no harm.
 */
@ApplicationScoped
public class ReminderSweep extends Sweep {

    public static final String IDENTITY = "reminder-sweep";

    private static final int REVIEWERS_AT_A_TIME = 100;

    @Inject
    Clock clock;
    @Inject
    Reviewers reviewers;
    @Inject
    Asking asking;
    @Inject
    Telling telling;
    @Inject
    Gathering gathering;
    @Inject
    Event<DueDatesPassed> passed;
    @Inject
    ReminderSettings settings;
    @Inject
    SweepLog log;

    @Override
    public String identity() {
        return IDENTITY;
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    @Scheduled(identity = IDENTITY, every = "{hindcast.reminder.every}")
    @Nonconcurrent
    public void sweep() {
        log.record(this, this::ask);
    }

    private void ask() {
        Instant now = clock.instant();
        passed.fire(new DueDatesPassed(now));
        Rota rota = reviewers.rota();
        while (asking.askPage(rota, now) == Asking.PAGE) {
            // the next page
        }
        telling.toTell().forEach(reviewer -> telling.tell(reviewer, now));
        gathering.toQueue();
        List<UUID> toTell = gathering.toTellAtOnce();
        for (int i = 0; i < toTell.size(); i += REVIEWERS_AT_A_TIME) {
            gathering.atOnce(toTell.subList(i, Math.min(i + REVIEWERS_AT_A_TIME, toTell.size())), now);
        }
        gathering.toTellToday(now).forEach(reviewer -> gathering.today(reviewer, now));
    }
}
