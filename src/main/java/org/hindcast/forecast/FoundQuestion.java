package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hindcast.question.Question;
import org.hindcast.web.Query;
import org.hindcast.web.StrictJson;

/** A question that a forecast could join. @param same whether it is taken for the same as a claim that was given */
public record FoundQuestion(UUID id, String question, String key, LocalDate dueOn, Standing standing, boolean same) {

    private static final int MOST = 12;
    private static final int MOST_NEAR = 5;

    private static FoundQuestion of(Question question, boolean same, Instant now) {
        return new FoundQuestion(question.id, question.criteria.question(), question.key, question.criteria.dueOn(),
                Standing.of(question, now), same);
    }

    private static boolean isText(String typed) {
        return Query.given(typed) != null && StrictJson.isStorable(typed);
    }

    /** Those that are there of these ids, which somebody sent, in one query. */
    public static Map<String, FoundQuestion> byIds(Collection<String> ids, Instant now) {
        List<UUID> given = ids.stream().filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString).toList();
        return given.isEmpty() ? Map.of()
                : Question.<Question> list("id in ?1", given).stream().map(one -> of(one, false, now))
                        .collect(Collectors.toMap(one -> one.id.toString(), Function.identity()));
    }

    /** Those that the claim may already be an answer to. @param due null where none is known */
    public static List<FoundQuestion> near(String claim, LocalDate due, Instant now) {
        return !isText(claim) ? List.of()
                : SimilarQuestions.to(claim, due, MOST_NEAR).stream()
                        .map(one -> of(Question.<Question> findById(one.id()), one.same(), now)).toList();
    }

    /**
     * @param words to look for; null or blank for none
     * @param chosen id or key of the one that is chosen already, which comes first; null for none
     */
    static List<FoundQuestion> of(String words, String chosen, Instant now) {
        List<Question> found = new ArrayList<>();
        Question first = !isText(chosen) ? null : Question.byIdOrKey(chosen);
        if (first != null) {
            found.add(first);
        }
        if (isText(words)) {
            Question.like(words, MOST).stream().filter(one -> !found.contains(one)).forEach(found::add);
        }
        return found.stream().map(one -> of(one, false, now)).toList();
    }
}
