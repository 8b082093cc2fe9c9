package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hindcast.question.Question;

/** A question in a list, with the first few positions on it. */
public record QuestionLine(UUID id, String question, LocalDate dueOn, LocalDate resolvedOn, Standing standing,
        List<ForecastLine> positions) {

    private static final int MOST_POSITIONS = 5;

    /** In one query for the positions, whatever the number of questions. */
    public static Map<UUID, QuestionLine> of(List<Question> questions, Instant now) {
        Map<UUID, List<ForecastLine>> positions = Forecast.on(questions.stream().map(q -> q.id).toList(), MOST_POSITIONS)
                .stream().filter(forecast -> forecast.status == Forecast.Life.PUBLISHED)
                .collect(Collectors.groupingBy(forecast -> forecast.question.id,
                        Collectors.mapping(forecast -> ForecastLine.of(forecast, now), Collectors.toList())));
        return questions.stream().distinct().collect(Collectors.toMap(q -> q.id,
                q -> new QuestionLine(q.id, q.criteria.question(), q.criteria.dueOn(), q.resolvedOn(), Standing.of(q, now),
                        positions.getOrDefault(q.id, List.of()))));
    }
}
