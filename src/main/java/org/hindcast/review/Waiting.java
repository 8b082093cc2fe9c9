package org.hindcast.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.hindcast.question.Question;

/**
 * A question in the queue.
 *
 * @param since how long it has been asking, such as "12 days"
 * @param anew whether it was reopened, or given new criteria, after its due date
 * @param notYet how often reviewers have put it off
 */
public record Waiting(UUID id, String question, LocalDate dueOn, String since, boolean anew, int notYet) {

    static Waiting of(Question question, Instant now) {
        return new Waiting(question.id, question.criteria.question(), question.criteria.dueOn(),
                length(Duration.between(question.askedFrom, now)),
                question.notYet == 0 && question.askedFrom.isAfter(question.dueAt), question.notYet);
    }

    private static String length(Duration waited) {
        return waited.toDays() > 0 ? counted(waited.toDays(), "day")
                : waited.toHours() > 0 ? counted(waited.toHours(), "hour") : "less than an hour";
    }

    private static String counted(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
