package org.hindcast.reminder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hindcast.outbox.Outbox;
import org.hindcast.review.ReviewSettings;

/**
 * Asks for verdicts on what is due, page by page: each (reviewer, question, asked-for date, step) once, however often it runs.
 */
@ApplicationScoped
class Asking {

    static final int PAGE = 1000;

    @Inject
    EntityManager database;
    @Inject
    ReminderSettings settings;
    @Inject
    ReviewSettings reviews;
    @Inject
    Outbox outbox;

    /**
     * Decides on the questions that have waited longest for the sweep, at most a page of them, in one transaction.
     *
     * @return how many questions were looked at
     */
    @Transactional
    int askPage(Rota rota, Instant now) {
        return database.unwrap(Session.class).doReturningWork(connection -> askPage(connection, rota, now));
    }

    private int askPage(Connection connection, Rota rota, Instant now) throws SQLException {
        Steps steps = new Steps(settings.steps());
        DuePage page = DuePage.read(connection, now, PAGE);
        List<Plan> plans = page.questions.entrySet().stream()
                .map(due -> new Plan(due.getKey(), due.getValue(), rota, steps, now).decide(reviews.resolvingVerdicts(),
                        () -> newId(now)))
                .toList();
        new Plans(plans, rota, now).write(connection);
        return plans.size();
    }

    private UUID newId(Instant now) {
        return outbox.newId(now);
    }
}
