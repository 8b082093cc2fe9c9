package org.hindcast.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.author.AuthorRef;
import org.hindcast.question.Question;

/**
 * A question that a claim may already be an answer to.
 *
 * @param score 0 to 1
 * @param same whether it is taken for the same question
 * @param statement of the forecast on it that comes nearest; null where the question itself does
 * @param authors who stand on it; at most ten
 */
public record SimilarQuestion(UUID id, String key, String question, LocalDate dueOn, Question.Status status, double score,
        boolean same, String statement, List<AuthorRef> authors) {
}
