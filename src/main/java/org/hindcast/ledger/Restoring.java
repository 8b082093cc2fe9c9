package org.hindcast.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.hindcast.forecast.Forecast;
import org.hindcast.piece.Piece;
import org.hindcast.question.Criteria;
import org.hindcast.question.Question;
import org.hindcast.web.Sql;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Puts back what an export carries under {@code record}: the same ids, instants, versions, resolutions and events, row by row
 * as they were. Each statement takes the file's own words as JSON; the schema and the plain format have been held against
 * them.
 */
@ApplicationScoped
class Restoring {

    private static final String CLAIM = Sql.read(Restoring.class, "claim-in.sql").strip();
    private static final String AUTHOR = sql("author-in.sql");
    private static final String PIECE = sql("piece-in.sql");
    private static final String QUESTION = sql("question-in.sql");
    private static final String QUESTION_VERSIONS = sql("question-versions-in.sql");
    private static final String RESOLUTIONS = sql("resolutions-in.sql");
    private static final String FORECAST = sql("forecast-in.sql");
    private static final String FORECAST_VERSIONS = sql("forecast-versions-in.sql");
    private static final String EVENTS = sql("events-in.sql");

    @Inject
    EntityManager database;

    /** Changes nothing where one with the slug is on record. */
    void author(JsonNode author) {
        run(AUTHOR, author, Map.of());
    }

    /** @param piece of an author on record */
    Piece piece(JsonNode piece, String slug) {
        run(PIECE, piece, Map.of("slug", slug));
        run(EVENTS, piece, Map.of());
        return Piece.findById(id(piece));
    }

    /** @param criteria with the record of their question */
    Question question(JsonNode criteria, Instant now) {
        Instant dueAt = new Criteria(null, null, null, LocalDate.parse(criteria.get("due").textValue()),
                criteria.path("zone").asText("UTC"), null).dueAt();
        run(QUESTION, criteria, Map.of("dueAt", dueAt.toString(), "now", now.toString()));
        run(QUESTION_VERSIONS, criteria, Map.of());
        run(RESOLUTIONS, criteria, Map.of());
        run(EVENTS, criteria, Map.of());
        return Question.findById(id(criteria));
    }

    /** With the questions that it stood on before it was corrected, which may be in no other place. */
    Forecast forecast(JsonNode forecast, Piece piece, Question question, Instant now) {
        for (JsonNode version : forecast.get("record").get("versions")) {
            JsonNode before = version.get("criteria");
            if (before != null && Question.findById(id(before)) == null) {
                question(before, now);
            }
        }
        Map<String, Object> where = Map.of("piece", piece.id, "question", question.id);
        run(FORECAST, forecast, where);
        run(FORECAST_VERSIONS, forecast, where);
        run(EVENTS, forecast, Map.of());
        return Forecast.findById(id(forecast));
    }

    static UUID id(JsonNode carrying) {
        return UUID.fromString(carrying.get("record").get("id").textValue());
    }

    private void run(String sql, JsonNode given, Map<String, Object> more) {
        Query query = database.createNativeQuery(sql).setParameter("given", given.toString());
        more.forEach(query::setParameter);
        query.executeUpdate();
    }

    private static String sql(String file) {
        return Sql.read(Restoring.class, file).replace("$claim", CLAIM);
    }
}
