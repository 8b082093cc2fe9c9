package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.hindcast.question.Evidence;
import org.hindcast.question.Question;

/**
 * A verdict that was given before.
 *
 * @param past why it no longer counts; null where it does
 * @param isNew given since the reviewer opened the page
 */
public record Said(Instant at, String reviewer, String outcome, List<Evidence> evidence, String note, LocalDate recheckOn,
        String past, boolean isNew) {

    static Said of(Verdict verdict, Question question, boolean isNew) {
        return new Said(verdict.createdAt, verdict.reviewer.username,
                verdict.outcome == Answer.NOT_YET ? "not yet" : verdict.outcome.name(), verdict.evidence, verdict.note,
                verdict.recheckOn, past(verdict, question), isNew);
    }

    private static String past(Verdict verdict, Question question) {
        if (verdict.questionVersion < question.version) {
            return "on version %d of the criteria; no longer counts".formatted(verdict.questionVersion);
        }
        return verdict.round < question.round ? "before the question was reopened; no longer counts" : null;
    }
}
