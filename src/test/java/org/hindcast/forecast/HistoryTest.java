package org.hindcast.forecast;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.anonymous;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What was corrected, from what to what. */
@QuarkusTest
class HistoryTest {

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @Test
    void aCorrectionIsToldInTheWordsOfTheApi() {
        World.Forecast forecast = world.forecast().probability(0.9).with("quote", World.QUOTE).with("reference",
                Map.of("probability", 0.5, "source", "A market", "on", clock.today().minusDays(60).toString())).publish();
        World.correct(forecast.id(), Map.of("probability", 0.6, "topics", List.of("politics", "economy"))).then()
                .statusCode(201);
        anonymous().get("/api/v1/forecasts/" + forecast.id() + "/history").then().rootPath("items[-1].data")
                .body("reason", equalTo("Misread.")).body("version", equalTo(2))
                .body("was.probability", equalTo(0.9f)).body("is.probability", equalTo(0.6f))
                .body("is.quote", equalTo(World.QUOTE))
                .body("is.start", equalTo(("It is known to " + world.author() + ". ").length()))
                .body("is.quoteStart", nullValue()).body("is.reference.probability", equalTo(0.5f))
                .body("is.reference.source", equalTo("A market")).body("is.referenceProbability", nullValue())
                .body("is.madeOn", equalTo(clock.today().minusDays(60).toString()));
        anonymous().get("/forecasts/" + forecast.id()).then().statusCode(200)
                .body(containsString("corrected the forecast (probability from 90\u00a0% to 60\u00a0%; "
                        + "topics from economy to politics, economy), now version 2"));
    }

    @Test
    void wordsAndCriteriaToo() {
        World.Forecast forecast = world.forecast().worded("likely", "YES").publish();
        World.correct(forecast.id(), Map.of("basis", "ASSERTED", "stance", "NO", "undated", true)).then().statusCode(201);
        World.correct(forecast.id(), Map.of("criteria", Map.of("ifSilent", "counts as no"))).then().statusCode(201);
        anonymous().get("/forecasts/" + forecast.id()).then().statusCode(200)
                .body(containsString("basis from a phrase of likelihood to a flat call; phrase from “likely” to none; "
                        + "stance from YES to NO; “the author gave no date” from no to yes"))
                .body(containsString("corrected the criteria (what silence means from none to “counts as no”)"));
    }
}
