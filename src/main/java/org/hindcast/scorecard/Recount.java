package org.hindcast.scorecard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.question.DueDatesPassed;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Sql;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keeps the cells equal to what the forecasts came to: each change subtracts what a forecast counted as and adds what it
 * counts as now, as integers, in SQL, in the transaction of the change.
 */
@ApplicationScoped
class Recount {

    private static final int PAGE = 500;
    private static final String RECOUNT = Sql.read(Recount.class, "recount.sql");

    @Inject
    EntityManager database;

    void questionsMoved(@Observes QuestionsMoved moved) {
        recount(moved.questions().toArray(UUID[]::new), moved.now());
    }

    /** What was decided before its due date counts from that date on; page by page, each in a transaction of its own. */
    void dueDatesPassed(@Observes DueDatesPassed passed) {
        while (QuarkusTransaction.requiringNew().call(() -> bringIn(passed.now())) == PAGE) {
            // the next page
        }
    }

    private int bringIn(Instant now) {
        @SuppressWarnings("unchecked")
        List<UUID> due = database.createNativeQuery("""
                select distinct question_id from (
                    select question_id from standing where state = 'PROVISIONAL' and due_at <= :now
                    order by due_at, question_id limit :page) waiting""", UUID.class)
                .setParameter("now", now).setParameter("page", PAGE).getResultList();
        if (due.isEmpty()) {
            return 0;
        }
        Question.lock(due);
        recount(due.toArray(UUID[]::new), now);
        return PAGE;
    }

    private void recount(UUID[] questions, Instant now) {
        database.createNativeQuery(RECOUNT).setParameter("questions", questions).setParameter("at", now).executeUpdate();
    }
}
