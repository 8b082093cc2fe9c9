package org.hindcast.scorecard;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;

@QuarkusTest
class CompareTest {

    @Inject
    TestClock clock;

    private World first;
    private World second;

    @BeforeEach
    void twoAuthors() {
        first = new World(clock);
        second = new World(clock);
    }

    private World.Forecast both(double a, double b, String outcome) {
        World.Forecast forecast = first.dueForecast().probability(a).publish();
        second.forecast().probability(b).joining(forecast.question()).publish();
        if (outcome != null) {
            World.resolve(forecast, outcome);
        }
        return forecast;
    }

    private JsonPath compare(String more) {
        return JsonPath.from(anonymous().get("/api/v1/comparisons?a=" + first.author() + "&b=" + second.author() + more).then()
                .statusCode(200).extract().asString()).using(new JsonPathConfig(NumberReturnType.DOUBLE));
    }

    @Test
    void theOneWhoWasCloserIsAhead() {
        both(0.9, 0.6, "YES");
        both(0.2, 0.3, "NO");
        both(0.7, 0.7, "YES");
        both(0.5, 0.4, "VOID");
        both(0.5, 0.4, null);
        JsonPath pair = compare("");
        assertEquals(5, pair.getInt("questions"));
        assertEquals(3, pair.getInt("n"));
        assertEquals((0.01 + 0.04 + 0.09) / 3, pair.getDouble("brierA"), 1e-12);
        assertEquals((0.16 + 0.09 + 0.09) / 3, pair.getDouble("brierB"), 1e-12);
        double mean = (0.15 + 0.05) / 3;
        assertEquals(mean, pair.getDouble("comparison.meanDifference"), 1e-12);
        assertEquals(Math.sqrt((Math.pow(0.15 - mean, 2) + Math.pow(0.05 - mean, 2) + mean * mean) / 2),
                pair.getDouble("comparison.standardDeviation"), 1e-12);
        assertEquals(3, pair.getInt("comparison.n"));
        List<String> closer = pair.getList("items.closer");
        assertEquals(2, closer.stream().filter("A"::equals).count());
        assertEquals(1, closer.stream().filter("NEITHER"::equals).count());
        assertEquals(2, pair.getList("items.scored").stream().filter(Boolean.FALSE::equals).count());
        assertEquals(0.2, pair.<Double> getList("items.difference").stream().filter(d -> d != null).mapToDouble(d -> d).sum(),
                1e-12);
        assertTrue(pair.getString("conclusion").contains("cannot be said yet"));
    }

    /** The other way round, all signs are turned. */
    @Test
    void orderTurnsTheSigns() {
        both(0.9, 0.6, "YES");
        both(0.1, 0.3, "YES");
        JsonPath pair = compare("");
        JsonPath turned = JsonPath.from(anonymous().get("/api/v1/comparisons?a=" + second.author() + "&b=" + first.author())
                .asString()).using(new JsonPathConfig(NumberReturnType.DOUBLE));
        assertEquals(pair.getDouble("comparison.meanDifference"), -turned.getDouble("comparison.meanDifference"), 1e-12);
        assertEquals(pair.getDouble("comparison.logEValue"), turned.getDouble("comparison.logEValueReverse"), 1e-12);
        assertEquals(pair.getDouble("brierA"), turned.getDouble("brierB"), 1e-12);
    }

    @Test
    void enoughQuestionsSayWhoIsBetter() {
        IntStream.range(0, 40).forEach(i -> both(0.95, 0.2, "YES"));
        JsonPath pair = compare("");
        assertTrue(pair.getDouble("comparison.confidenceSequence.low") > 0);
        assertEquals("Author " + first.author() + " was closer than Author " + second.author(),
                pair.getString("conclusion").replaceFirst(" on .*", ""));
        assertEquals(40, pair.getInt("n"));
    }

    @Test
    void wordsAreReadWithTheLexiconThatIsAskedFor() {
        World.Forecast forecast = first.dueForecast().worded("likely", "YES").publish();
        second.forecast().worded("likely", "NO").joining(forecast.question()).publish();
        World.resolve(forecast, "YES");
        JsonPath pair = compare("");
        assertEquals(0.75, pair.getDouble("items[0].a.probability"));
        assertEquals(0.25, pair.getDouble("items[0].b.probability"));
        assertEquals(0.5625 - 0.0625, pair.getDouble("comparison.meanDifference"), 1e-12);
        JsonPath standard = compare("&lexicon=icd-203");
        assertEquals(0.675 * 0.675 - 0.325 * 0.325, standard.getDouble("comparison.meanDifference"), 1e-12);
    }

    @Test
    void callsAndHedgesAreNotCompared() {
        World.Forecast forecast = first.dueForecast().probability(0.9).publish();
        second.forecast().words("ASSERTED", "YES").joining(forecast.question()).publish();
        World.Forecast hedged = first.dueForecast().probability(0.9).publish();
        second.forecast().words("HEDGED", "YES").joining(hedged.question()).publish();
        World.resolve(forecast, "YES");
        World.resolve(hedged, "YES");
        JsonPath pair = compare("");
        assertEquals(1, pair.getInt("questions"));
        assertEquals(0, pair.getInt("n"));
        assertNull(pair.get("comparison"));
        assertNull(pair.get("items[0].b.probability"));
        anonymous().accept("text/html").get("/compare?a=" + first.author() + "&b=" + second.author()).then().statusCode(200)
                .body(containsString("a call of YES")).body(containsString("Nothing can be said"));
    }

    @Test
    void questionsComePageByPage() {
        IntStream.range(0, 5).forEach(i -> both(0.9, 0.6, "YES"));
        JsonPath one = compare("&limit=3");
        assertEquals(3, one.getList("items").size());
        JsonPath two = compare("&limit=3&cursor=" + one.getString("next"));
        assertEquals(2, two.getList("items").size());
        assertNull(two.getString("next"));
        List<String> all = new ArrayList<>(one.getList("items.question"));
        all.addAll(two.getList("items.question"));
        assertEquals(5, all.stream().distinct().count());
        assertEquals(5, two.getInt("n"), "sums are of all");
    }

    @Test
    void strangersHaveNothingInCommon() {
        first.dueForecast().publish();
        second.dueForecast().publish();
        assertEquals(0, compare("").getInt("questions"));
    }

    @Test
    void thePageFindsPartnersAndDrawsTheTwo() {
        both(0.9, 0.6, "YES");
        anonymous().accept("text/html").get("/compare").then().statusCode(200).body(containsString("Compare two authors"));
        anonymous().accept("text/html").get("/compare?a=" + first.author()).then().statusCode(200)
                .body(containsString("b=" + second.author())).body(containsString("1 question"));
        anonymous().accept("text/html").get("/compare?a=" + first.author() + "&b=" + second.author()).then().statusCode(200)
                .body(containsString("cannot be said yet")).body(containsString("90\u00a0%"))
                .body(containsString("class=\"whisker\""));
    }

    @ParameterizedTest
    @CsvSource({ "'?a=:a', 422, b", "'?b=:a', 422, a", "'?a=:a&b=:a', 422, b", "'?a=:a&b=:b&lexicon=tea', 422, lexicon",
            "'?a=:a&b=:b&cursor=x', 422, cursor", "'?a=:a&b=:b&limit=0', 422, limit" })
    void badQuestionsAreNamed(String query, int status, String field) {
        first.piece();
        second.piece();
        anonymous().get("/api/v1/comparisons" + query.replace(":a", first.author()).replace(":b", second.author())).then()
                .statusCode(status).body("violations[0].field", equalTo(field));
    }

    @Test
    void anAuthorWhoIsNotThere() {
        first.piece();
        anonymous().get("/api/v1/comparisons?a=" + first.author() + "&b=nobody-at-all").then().statusCode(404);
        anonymous().accept("text/html").get("/compare?a=nobody-at-all").then().statusCode(404)
                .body(not(containsString("Exception"))).body(containsString("no author on record has this name"));
        anonymous().accept("text/html").queryParam("a", "Author " + first.author()).queryParam("b", "Autor " + first.author())
                .get("/compare").then().statusCode(404).body(containsString("value=\"Autor " + first.author()))
                .body(containsString("Did you mean"))
                .body(containsString("/compare?a=" + first.author() + "&amp;b=" + first.author() + "&amp;"));
    }

    @Test
    void aNameIsAsGoodAsASlug() {
        both(0.9, 0.6, "YES");
        anonymous().accept("text/html").queryParam("a", "AUTHOR " + first.author()).queryParam("b", second.author())
                .get("/compare").then().statusCode(200).body(containsString("cannot be said yet"))
                .body(containsString("value=\"Author " + second.author()));
    }

    @Test
    void theSameAuthorTwiceIsSaidAtTheField() {
        first.piece();
        anonymous().accept("text/html").get("/compare?a=" + first.author() + "&b=" + first.author()).then().statusCode(422)
                .body(containsString("this is the first author again"))
                .body(containsString("value=\"Author " + first.author()));
    }
}
