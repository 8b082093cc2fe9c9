package org.hindcast.question;

import java.time.Instant;

import org.hindcast.web.Conditions;

/** What a list of questions is narrowed to; null for no matter. */
public record QuestionFilter(Question.Status status, String topic, String due) {

    /** Conditions on {@code q}. */
    Conditions conditions(Instant now) {
        Conditions conditions = new Conditions()
                .and("q.status = :status", "status", status)
                // by name: this package does not know forecasts
                .and("exists (select 1 from Forecast f where f.question = q and f.status = 'PUBLISHED' "
                        + "and array_contains(f.claim.topics, :topic))", "topic", topic);
        DueFilter.add(conditions, due, now);
        return conditions;
    }
}
