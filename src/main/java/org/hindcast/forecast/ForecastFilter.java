package org.hindcast.forecast;

import java.time.Instant;

import org.hindcast.question.DueFilter;
import org.hindcast.web.Conditions;
import org.hindcast.web.InvalidInput;

/**
 * What a list of forecasts is narrowed to; null for no matter. Drafts only where they are asked for.
 *
 * @param q words, each of which stands in the statement, the quote, the question or the author's name
 */
record ForecastFilter(Forecast.Status status, String author, String topic, String q, String due) {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 20;

    public boolean isStatus(String name) {
        return status != null && status.name().equals(name);
    }

    /** Conditions on {@code f}, its author, and its question {@code q}. */
    Conditions conditions(Instant now) {
        Conditions conditions = new Conditions()
                .and("f.author.slug = :author", "author", author)
                .and("array_contains(f.claim.topics, :topic)", "topic", topic);
        addWords(conditions);
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

    /** By the index of their trigrams. */
    private void addWords(Conditions conditions) {
        if (q == null || q.isBlank()) {
            return;
        }
        String[] words = q.strip().split("\\s+");
        if (q.length() > LONGEST || words.length > MOST_WORDS) {
            throw new InvalidInput("q",
                    "%d words, of %d characters together, are accepted at most".formatted(MOST_WORDS, LONGEST));
        }
        StringBuilder found = new StringBuilder("f.id in (select w.forecastId from ForecastWords w where 1 = 1");
        for (int i = 0; i < words.length; i++) {
            found.append(" and w.words ilike :word%1$d escape '!'".formatted(i));
            conditions.with("word" + i, Conditions.containing(words[i]));
        }
        conditions.and(found.append(")").toString());
    }
}
