package org.hindcast.reminder;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.question.DueDatesPassed;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/**
 * The clock's tick: brings in what was decided before its due date, asks for a verdict on what is due, and gathers what was
 * asked
 * into mails. Runs on one node at a time.
 */
@ApplicationScoped
public class ReminderSweep {

    public static final String IDENTITY = "reminder-sweep";

    @Inject
    Clock clock;
    @Inject
    Reviewers reviewers;
    @Inject
    Asking asking;
    @Inject
    Gathering gathering;
    @Inject
    Event<DueDatesPassed> passed;

    @Scheduled(identity = IDENTITY, every = "{hindcast.reminder.every}")
    @Nonconcurrent
    public void sweep() {
        Instant now = clock.instant();
        passed.fire(new DueDatesPassed(now));
        Rota rota = reviewers.rota();
        while (asking.askPage(rota, now) == Asking.PAGE) {
            // the next page
        }
        gathering.toQueue();
        gathering.toTellAtOnce().forEach(reviewer -> gathering.atOnce(reviewer, now));
        gathering.toTellToday(now).forEach(reviewer -> gathering.today(reviewer, now));
    }
}
