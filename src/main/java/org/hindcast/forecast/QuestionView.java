package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hindcast.question.Evidence;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;

/** A question as the API shows it, with the forecasts that stand on it. */
public record QuestionView(UUID id, String key, NewCriteria criteria, Question.Status status, boolean due, Outcome outcome,
        boolean provisional, Instant resolvedAt, List<Evidence> evidence, int version, List<ForecastView> forecasts) {

    /** How many forecasts are shown with one question; the list at /forecasts has all. */
    public static final int MOST_FORECASTS = 100;

    public static QuestionView of(Question q, List<ForecastView> forecasts, Instant now) {
        return new QuestionView(q.id, q.key, NewCriteria.of(q), q.status, q.isDue(now), q.outcome, q.isProvisional(now),
                q.resolvedAt, q.evidence, q.version, forecasts);
    }

    /** One question with its forecasts, in one more query. */
    public static QuestionView of(Question q, Instant now, String base) {
        return of(q, Forecast.on(List.of(q.id), MOST_FORECASTS).stream().map(f -> ForecastView.of(f, now, base)).toList(), now);
    }

    /** These questions with their forecasts, in one more query whatever their number. */
    public static List<QuestionView> of(List<Question> questions, Instant now, String base) {
        var byQuestion = Forecast.on(questions.stream().map(q -> q.id).toList(), MOST_FORECASTS).stream()
                .map(f -> ForecastView.of(f, now, base))
                .collect(java.util.stream.Collectors.groupingBy(ForecastView::question));
        return questions.stream().map(q -> of(q, byQuestion.getOrDefault(q.id, List.of()), now)).toList();
    }
}
