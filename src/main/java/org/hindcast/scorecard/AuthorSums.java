package org.hindcast.scorecard;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hindcast.author.AuthorRef;
import org.hindcast.score.Brier;
import org.hindcast.score.Calls;
import org.hindcast.score.Differences;
import org.hindcast.score.Lexicon;
import org.hindcast.score.Phrase;
import org.hindcast.web.Sql;

/**
 * What an author's scored forecasts in a scope come to, as far as boards need it.
 *
 * @param n scored forecasts with a probability, words read with the default lexicon
 * @param hits of these, on questions that came out YES
 * @param brier sum of their Brier scores
 * @param brierSquares sum of the squares of their Brier scores
 * @param paired of the n, those with a reference on record
 * @param pairedHits of these, on questions that came out YES
 * @param referenceBrier sum of the references' Brier scores
 * @param difference sum of (reference's Brier - own)
 * @param differenceSquares sum of the squares of that
 * @param callsYes calls on questions that came out YES
 */
record AuthorSums(UUID id, AuthorRef author, long n, long hits, double brier, double brierSquares, long paired, long pairedHits,
        double referenceBrier, double difference, double differenceSquares, Calls calls, long callsYes) {

    private static final String SUMS = Sql.read(AuthorSums.class, "sums.sql");
    private static final String LEXICON = perMille(Lexicon.standard());

    /** Everybody who has a scored forecast in the scope, by slug; one statement, adding up in the database. */
    @SuppressWarnings("unchecked")
    static List<AuthorSums> read(EntityManager database, BoardScope scope) {
        return ((List<Tuple>) database.createNativeQuery(SUMS, Tuple.class)
                .setParameter("lexicon", LEXICON)
                .setParameter("from", Scope.first(scope.from())).setParameter("to", Scope.last(scope.to()))
                .setParameter("classics", BoardScope.CLASSICS).setParameter("topic", scope.topicOrAll())
                .getResultList()).stream().map(AuthorSums::of).toList();
    }

    private static AuthorSums of(Tuple row) {
        return new AuthorSums(row.get(0, UUID.class), new AuthorRef(row.get(1, String.class), row.get(2, String.class)),
                whole(row, 3), whole(row, 4), number(row, 5) / 1e6, number(row, 6) / 1e12, whole(row, 7), whole(row, 8),
                number(row, 9) / 1e6, number(row, 10) / 1e6, number(row, 11) / 1e12, Calls.of(whole(row, 12), whole(row, 13)),
                whole(row, 14));
    }

    Brier brierScore() {
        return Brier.of(n, brier, brierSquares);
    }

    /** Differences to a coin, whose Brier is 0.25, or to the references on record. */
    Differences differences(boolean toReference) {
        return toReference ? new Differences(paired, difference, differenceSquares, referenceBrier)
                : new Differences(n, 0.25 * n - brier, 0.0625 * n - 0.5 * brier + brierSquares, 0.25 * n);
    }

    private static long whole(Tuple row, int column) {
        return ((Number) row.get(column)).longValue();
    }

    private static double number(Tuple row, int column) {
        return ((Number) row.get(column)).doubleValue();
    }

    /** A lexicon as an object of phrase -> per mille, as SQL takes it. */
    static String perMille(Lexicon lexicon) {
        Map<String, Integer> figures = new TreeMap<>();
        for (Phrase phrase : Lexicon.phrases().values()) {
            lexicon.perMille(phrase.id()).ifPresent(figure -> figures.put(phrase.id(), figure));
        }
        // Ids are in kebab case: nothing to escape
        StringBuilder json = new StringBuilder("{");
        figures.forEach((phrase, figure) -> json.append(json.length() > 1 ? "," : "").append('"').append(phrase).append("\":")
                .append(figure));
        return json.append('}').toString();
    }
}
