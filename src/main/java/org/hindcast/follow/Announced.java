package org.hindcast.follow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.hindcast.inbox.News;

/**
 * Something that followers are told of a question.
 *
 * @param kind RESOLVED, or REOPENED: what it was resolved to no longer stands
 * @param was what it had been resolved to before; null for never
 * @param by who decided that
 * @param because why an outcome no longer stands; null where one was given
 */
record Announced(UUID resolution, String kind, UUID question, String title, String status, String outcome, String was,
        String by,
        String because) {

    boolean isResolved() {
        return kind.equals("RESOLVED");
    }

    /** What happened. */
    String sentence() {
        if (isResolved()) {
            return was == null ? "Resolved %s.".formatted(outcome)
                    : was.equals(outcome) ? "Resolved %s again.".formatted(outcome)
                            : "Resolved %s; before, it was %s.".formatted(outcome, was);
        }
        return "The outcome %s no longer stands. The question is %s.".formatted(outcome,
                status.equals("WITHDRAWN") ? "withdrawn" : "open again");
    }

    String path() {
        return "/questions/" + question;
    }

    News news() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("question", question);
        data.put("outcome", isResolved() ? outcome : null);
        data.put("was", isResolved() ? was : outcome);
        return new News(isResolved() ? "question.resolved" : "question.reopened", question, title,
                because == null ? sentence() : sentence() + " " + because, path(), data);
    }
}
