package org.hindcast.forecast;

import java.time.Instant;

import org.hindcast.question.DueFilter;
import org.hindcast.web.Conditions;

/** What a list of forecasts is narrowed to; null for no matter. Drafts only where they are asked for. */
record ForecastFilter(Forecast.Status status, String author, String topic, String q, String due) {

    public boolean isStatus(String name) {
        return status != null && status.name().equals(name);
    }

    /** Conditions on {@code f}, its author, and its question {@code q}. */
    Conditions conditions(Instant now) {
        Conditions conditions = new Conditions()
                .and("f.author.slug = :author", "author", author)
                .and("array_contains(f.claim.topics, :topic)", "topic", topic)
                .and("f.claim.statement ilike :words escape '!'", "words", Conditions.containing(q));
        DueFilter.add(conditions, due, now);
        if (status == null) {
            return conditions.and("f.status <> 'DRAFT'");
        }
        return switch (status) {
            case DRAFT -> conditions.and("f.status = 'DRAFT'");
            case WITHDRAWN -> conditions.and("f.status = 'WITHDRAWN'");
            case OPEN -> conditions.and("f.status = 'PUBLISHED' and q.status = 'OPEN'");
            case RESOLVED -> conditions.and("f.status = 'PUBLISHED' and q.status = 'RESOLVED'");
        };
    }
}
