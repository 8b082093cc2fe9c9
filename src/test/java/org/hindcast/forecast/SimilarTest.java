package org.hindcast.forecast;

import static org.hindcast.World.EDITOR;
import static org.hindcast.World.all;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.web.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
class SimilarTest {

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    private static Response ask(String text, String due) {
        return as(EDITOR).queryParam("text", text).queryParam("due", due == null ? "" : due).get("/api/v1/similar");
    }

    private static JsonPath similar(String text, String due) {
        return ask(text, due).then().statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "similar.csv", delimiter = '|')
    void findsTheQuestionThatIsAskedInOtherWords(String text, String due, String key) {
        JsonPath found = similar(text, due);
        assertEquals(key, found.getString("items[0].key"), found.prettify());
    }

    /** Each claim of the ledger on a question that another piece answers as well. */
    @Test
    void claimsOfTheLedgerOnOneQuestionMeetOnIt() {
        int several = 0;
        for (Map<String, Object> question : all("questions", EDITOR)) {
            List<Map<String, Object>> forecasts = cast(question.get("forecasts"));
            if (question.get("key") != null && !question.get("key").toString().startsWith("w")
                    && forecasts.stream().map(forecast -> forecast.get("piece")).distinct().count() > 1) {
                several++;
                Map<String, Object> criteria = cast(question.get("criteria"));
                JsonPath found = similar(forecasts.get(0).get("statement").toString(), criteria.get("dueOn").toString());
                assertEquals(question.get("key"), found.getString("items[0].key"), found.prettify());
                assertTrue(found.getList("items[0].authors").size() > 0);
            }
        }
        assertTrue(several > 15, several + " questions");
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object json) {
        return (T) json;
    }

    @Test
    void whatIsDueAtAnotherTimeIsLessNear() {
        String text = "The " + world.name + " river will be frozen in the whole town.";
        world.forecast().with("statement", text).criterion("question", "Is the river of " + world.name + " frozen?").publish();
        double same = similar(text, clock.today().plusDays(10).toString()).getDouble("items[0].score");
        double later = similar(text, clock.today().plusDays(40).toString()).getDouble("items[0].score");
        assertEquals(1, same, 1e-9);
        assertTrue(later < 0.8, "" + later);
        assertEquals(1, similar(text, null).getDouble("items[0].score"), 1e-9);
        assertNull(similar(text, clock.today().plusYears(3).toString()).getString("items[2].id"));
    }

    @Test
    void neitherDraftsNorWithdrawnForecastsAreOffered() {
        String text = "A comet named " + world.name + " will be seen above the harbour.";
        world.forecast().with("statement", text).draft();
        assertNull(similar(text, null).getString("items[0].id"));
        World.withdraw(
                world.forecast().with("statement", text).criterion("question", "Comet " + world.name + " seen?").publish().id())
                .then().statusCode(201);
        assertNull(similar(text, null).getString("items[0].id"));
    }

    @Test
    void refusesWhatItCannotCompare() {
        ask("", null).then().statusCode(422);
        ask("x".repeat(2001), null).then().statusCode(422);
        ask("Rain", "tomorrow").then().statusCode(422);
        ask("\u0000", null).then().statusCode(400);
        as(EDITOR).get("/api/v1/similar?text=Rain&limit=0").then().statusCode(422);
    }

    /**
     * The query as it is sent, on copies of the tables with many more rows: those of the tests are so small that reading them
     * whole, or by an index on what a forecast's status is, costs less.
     */
    @Test
    void usesTheTrigramIndexesWhereTablesAreLarge() throws SQLException {
        String query = Sql.read(SimilarQuestions.class, "similar.sql").replace(":text", "'Will prices be higher?'")
                .replace(":most", "40");
        Database.asOwner("""
                create or replace function plan_of(query text) returns setof text language plpgsql as $$
                declare definition text;
                begin
                    create temporary table question on commit drop as select * from public.question;
                    create temporary table forecast on commit drop as select * from public.forecast;
                    insert into question (id, question, status)
                        select gen_random_uuid(), 'Will ' || md5(n::text) || ' be found in ' || n || '?', 'OPEN'
                        from generate_series(1, 30000) n;
                    insert into forecast (id, question_id, statement, status)
                        select gen_random_uuid(), id, replace(question, 'Will', 'In time'), 'PUBLISHED' from question;
                    for definition in select indexdef from pg_indexes
                        where schemaname = 'public' and tablename in ('question', 'forecast') loop
                        execute replace(definition, ' ON public.', ' ON pg_temp.');
                    end loop;
                    analyze question;
                    analyze forecast;
                    return query execute 'explain ' || query;
                end $$""");
        String plan = String.join("\n", Database.asOwner("select plan_of($q$" + query + "$q$)"));
        Database.asOwner("drop function plan_of(text)");
        assertTrue(plan.contains("Index Scan on question_by_text_trigrams")
                && plan.contains("Index Scan on forecast_by_statement_trigrams"), plan);
    }
}
