package org.hindcast.forecast;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.question.Question;
import org.hindcast.web.Sql;

/** Finds the questions whose words, or whose forecasts' words, are near to a claim's, so that authors meet on one question. */
public final class SimilarQuestions {

    private static final String NEAREST = Sql.read(SimilarQuestions.class, "similar.sql");
    /** Below it two texts share so few trigrams that no due date makes them one question. */
    private static final String LEAST_TRIGRAMS = "0.3";
    /** Of what is compared; statements and questions are shorter. */
    private static final int LONGEST = 2000;
    private static final int LOOKED_AT = 40;
    private static final int MOST_AUTHORS = 10;

    private SimilarQuestions() {
    }

    private record Found(UUID question, double trigrams, String statement) {
    }

    /**
     * In a transaction, with three queries.
     *
     * @param text the claim: a statement, or a question
     * @param due null where none is known
     * @return the nearest first; none below {@link Resemblance#SHOWN}
     */
    public static List<SimilarQuestion> to(String text, LocalDate due, int limit) {
        List<Found> found = nearest(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        Map<UUID, Question> questions = Question.<Question> list("id in ?1", found.stream().map(Found::question).toList())
                .stream().collect(Collectors.toMap(question -> question.id, Function.identity()));
        Map<UUID, SimilarQuestion> best = new HashMap<>();
        for (Found one : found) {
            Question question = questions.get(one.question);
            String other = one.statement == null ? question.criteria.question() : one.statement;
            double score = Resemblance.of(one.trigrams, text, due, other, question.criteria.dueOn());
            if (score >= Resemblance.SHOWN && (!best.containsKey(question.id) || best.get(question.id).score() < score)) {
                best.put(question.id, new SimilarQuestion(question.id, question.key, question.criteria.question(),
                        question.criteria.dueOn(), question.status, score, score >= Resemblance.SAME, one.statement,
                        List.of()));
            }
        }
        List<SimilarQuestion> nearest = best.values().stream()
                .sorted(Comparator.comparing((SimilarQuestion one) -> -one.score()).thenComparing(SimilarQuestion::id))
                .limit(limit).toList();
        return withAuthors(nearest);
    }

    @SuppressWarnings("unchecked")
    private static List<Found> nearest(String text) {
        EntityManager database = Forecast.getEntityManager();
        database.createNativeQuery("select set_config('pg_trgm.similarity_threshold', :least, true)")
                .setParameter("least", LEAST_TRIGRAMS).getSingleResult();
        List<Tuple> rows = database.createNativeQuery(NEAREST, Tuple.class).setParameter("text", text)
                .setParameter("most", LOOKED_AT).getResultList();
        return rows.stream().map(row -> new Found((UUID) row.get(0), ((Number) row.get(1)).doubleValue(), (String) row.get(2)))
                .toList();
    }

    private static List<SimilarQuestion> withAuthors(List<SimilarQuestion> nearest) {
        if (nearest.isEmpty()) {
            return nearest;
        }
        Map<UUID, List<AuthorRef>> authors = Forecast.getEntityManager().createQuery("""
                select distinct f.question.id, f.author from Forecast f
                where f.question.id in ?1 and f.status = 'PUBLISHED'""", Object[].class)
                .setParameter(1, nearest.stream().map(SimilarQuestion::id).toList()).setMaxResults(500).getResultList().stream()
                .collect(Collectors.groupingBy(row -> (UUID) row[0], Collectors.mapping(row -> AuthorRef.of((Author) row[1]),
                        Collectors.toList())));
        return nearest.stream().map(one -> new SimilarQuestion(one.id(), one.key(), one.question(), one.dueOn(), one.status(),
                one.score(), one.same(), one.statement(), authors.getOrDefault(one.id(), List.of()).stream()
                        .sorted(Comparator.comparing(AuthorRef::name)).limit(MOST_AUTHORS).toList()))
                .toList();
    }
}
