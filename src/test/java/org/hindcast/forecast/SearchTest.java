package org.hindcast.forecast;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Forecasts are found by words, wherever these stand. */
@QuarkusTest
class SearchTest {

    @Inject
    TestClock clock;

    private World world;
    private World.Forecast forecast;

    @BeforeEach
    void begin() {
        world = new World(clock);
        forecast = world.forecast().with("statement", "The harbour of " + world.name + " freezes.").with("quote", World.QUOTE)
                .criterion("question", "Is there a glacier in " + world.name + " by then?").publish();
    }

    /** The statement, the quote, the question, the author; in any order, whatever their case, also in parts of words. */
    @ParameterizedTest
    @ValueSource(strings = { ":name", "harbour :name", ":name HARBOUR", "summer :name", "glacier :name", "author-:name",
            "Author :name",
            " freez  :name ", "rise glacier harbour author-:name", "glacier in :name by then?" })
    void everyWordIsFound(String words) {
        assertEquals(List.of(forecast.id()), found(words));
        anonymous().accept("text/html").queryParam("q", words.replace(":name", world.name)).get("/forecasts").then()
                .statusCode(200)
                .body(containsString("/forecasts/" + forecast.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = { ":name melts", "harbour% :name", "_arbour :name", "! :name" })
    void oneWordThatIsNotThereIsEnough(String words) {
        assertEquals(List.of(), found(words));
        anonymous().accept("text/html").queryParam("q", words.replace(":name", world.name)).get("/forecasts").then()
                .statusCode(200)
                .body(not(containsString("/forecasts/" + forecast.id())));
    }

    @Test
    void itIsFoundByWhatItSaysNow() throws SQLException {
        World.correct(forecast.id(), Map.of("statement", "The lake of " + world.name + " freezes.")).then().statusCode(201);
        assertEquals(List.of(), found("harbour :name"));
        assertEquals(List.of(forecast.id()), found("lake :name"));
        World.correct(forecast.id(), Map.of("criteria", Map.of("question", "Is there a frozen lake by then?"))).then()
                .statusCode(201);
        assertEquals(List.of(), found("glacier :name"));
        assertEquals(List.of(forecast.id()), found("frozen lake :name"));
        Database.asService("update author set name = 'Nostradamus " + world.name + "' where slug = '" + world.author() + "'");
        assertEquals(List.of(forecast.id()), found("nostradamus :name lake"));
    }

    @Test
    void editorsFindDraftsByTheQuestionTheyPlan() {
        String draft = world.forecast().with("statement", "A draft.")
                .criterion("question", "Is it planned in " + world.name + "?")
                .draft().id();
        assertEquals(List.of(draft),
                as(EDITOR).queryParam("q", "planned " + world.name).get("/api/v1/forecasts?status=DRAFT").then()
                        .statusCode(200).extract().jsonPath().getList("items.id"));
        assertEquals(List.of(), found("planned :name"));
    }

    @Test
    void tooManyWordsAreRefused() {
        for (String words : List.of("a ".repeat(21), "a".repeat(201))) {
            anonymous().queryParam("q", words).get("/api/v1/forecasts").then().statusCode(422).body("violations[0].field",
                    equalTo("q"));
        }
        anonymous().queryParam("q", " ").get("/api/v1/forecasts?limit=1").then().statusCode(200).body("items.size()",
                equalTo(1));
    }

    private List<Object> found(String words) {
        return as(ADMIN).queryParam("q", words.replace(":name", world.name)).get("/api/v1/forecasts").then().statusCode(200)
                .extract().jsonPath().getList("items.id");
    }
}
