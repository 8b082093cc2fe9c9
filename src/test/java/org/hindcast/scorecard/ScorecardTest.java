package org.hindcast.scorecard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A scorecard in the API and on the author's page. */
@QuarkusTest
class ScorecardTest {

    private static final String FIELDS = "author asOf scope lexicon lexiconRange calls byBasis void hedged undated unresolved withdrawn "
            + "provisional n hits baseRate mean brier brierVariance brierInterval log logClipped spherical skill corp corpLog murphy "
            + "calibrationError inTheLarge spiegelhalter cox overconfidence sharpness auc hitRate levels comparison";

    @Inject
    TestClock clock;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @Test
    void everyFieldOfTheContractIsThere() {
        World.resolve(world.dueForecast().publish(), "YES");
        for (String query : List.of("", "?topic=economy&from=2020-01&to=2030-12&lexicon=icd-203&undated=exclude")) {
            JsonPath card = card(query);
            assertEquals(new TreeSet<>(), missing(card.getMap("$")));
            assertEquals(List.of("name", "slug"), sorted(card.getMap("author")));
            assertEquals(List.of("hits", "n", "rate", "wilson"), sorted(card.getMap("calls")));
            assertEquals(List.of("ASSERTED", "BET", "HEDGED", "STATED", "WORDED"), sorted(card.getMap("byBasis")));
            assertEquals(List.of("brier", "hits", "n", "rate"), sorted(card.getMap("byBasis.STATED")));
            assertEquals(List.of("high", "low"), sorted(card.getMap("lexiconRange")));
            assertEquals(List.of("from", "to", "topic", "undated"), sorted(card.getMap("scope")));
        }
        assertEquals("2020-01", card("?from=2020-01").getString("scope.from"));
        assertEquals("include", card("").getString("scope.undated"));
    }

    /** A form sends its empty fields along. */
    @Test
    void anEmptyFilterIsNone() {
        World.resolve(world.dueForecast().publish(), "YES");
        assertEquals(dateless(card("")), dateless(card("?topic=&from=&to=&lexicon=&undated=")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2026          | from    | a month such as 2026-03
            from=2026-13       | from    | a month such as 2026-03
            from=0001-01       | from    | a month such as 2026-03
            to=2026-03-01      | to      | a month such as 2026-03
            to=March           | to      | a month such as 2026-03
            to=%2B10000-01     | to      | a month such as 2026-03
            from=2026-04&to=2026-03 | from | a month up to that one
            undated=no         | undated | include or exclude
            undated=EXCLUDE    | undated | include or exclude
            lexicon=mine       | lexicon | accepted are default, kent-1964, icd-203
            lexicon=Kent-1964  | lexicon | kent-1964
            """)
    void whatIsNotAcceptedIsNamedWithWhatIs(String query, String field, String accepted) {
        world.piece();
        given().urlEncodingEnabled(false).get("/api/v1/authors/" + world.author() + "/scorecard?" + query).then()
                .statusCode(422).contentType("application/problem+json").body("violations.field", contains(field))
                .body("violations[0].message", containsString(accepted));
        given().urlEncodingEnabled(false).accept("text/html").get("/authors/" + world.author() + "?" + query).then()
                .statusCode(422).body(containsString(field));
    }

    @Test
    void nobodysScorecardIsNotFound() {
        given().get("/api/v1/authors/nobody-at-all/scorecard").then().statusCode(404);
    }

    @Test
    void aTopicNobodyTookIsAnEmptyScorecard() {
        World.resolve(world.dueForecast().publish(), "YES");
        assertEquals(0, card("?topic=never-heard-of").getInt("n"));
        assertEquals(1, card("?topic=economy").getInt("n"));
    }

    /** From the first day of one month to the last of another, by the due instant. */
    @Test
    void monthsAreThoseOfTheDueInstant() {
        var due = clock.today().minusMonths(3).withDayOfMonth(1).minusDays(1);
        World.resolve(world.forecast().with("madeOn", due.minusDays(40).toString()).due(due).publish(), "YES");
        // Due from the start of the day after: that is the first of the next month
        String month = due.plusDays(1).toString().substring(0, 7);
        assertEquals(1, card("?from=" + month + "&to=" + month).getInt("n"));
        assertEquals(0, card("?to=" + due.toString().substring(0, 7)).getInt("n"));
        assertEquals(1, card("?from=" + month).getInt("n"));
    }

    /** “Likely” is 0.75 by default, 0.675 by ICD 203, and so on: the range is over all lexicons. */
    @Test
    void wordsAreScoredUnderTheLexiconAskedFor() {
        World.resolve(world.dueForecast().worded("likely", "YES").without("probability").publish(), "YES");
        assertEquals(0.25 * 0.25, card("").getDouble("brier"), 1e-9);
        JsonPath other = card("?lexicon=icd-203");
        assertEquals("icd-203", other.getString("lexicon"));
        assertEquals(0.325 * 0.325, other.getDouble("brier"), 1e-9);
        assertEquals(0.325 * 0.325, other.getDouble("byBasis.WORDED.brier"), 1e-9);
        // UK's 55-75 % is the lowest reading of "likely", the IPCC's 66-100 % the highest
        assertEquals(Math.pow(1 - 0.83, 2), other.getDouble("lexiconRange.low"), 1e-9);
        assertEquals(Math.pow(1 - 0.65, 2), other.getDouble("lexiconRange.high"), 1e-9);
        assertEquals(other.getMap("lexiconRange"), card("").getMap("lexiconRange"));
        page("?lexicon=icd-203").body(containsString("read as 67.5"), containsString("Brier 0.106"));
    }

    @Test
    void forecastsAreComparedWithTheReferencesOnRecord() {
        for (int i = 0; i < 4; i++) {
            World.resolve(
                    world.dueForecast().probability(0.9).with("reference", Map.of("probability", 0.6, "source", "A market",
                            "on", clock.today().minusDays(60).toString())).publish(),
                    i < 3 ? "YES" : "NO");
        }
        World.resolve(world.dueForecast().probability(0.5).publish(), "YES");
        JsonPath card = card("");
        double own = (3 * 0.01 + 0.81) / 4;
        double reference = (3 * 0.16 + 0.36) / 4;
        assertEquals(5, card.getInt("n"));
        assertEquals(4, card.getInt("comparison.n"));
        assertEquals(reference - own, card.getDouble("comparison.meanDifference"), 1e-9);
        assertEquals(reference, card.getDouble("comparison.referenceBrier"), 1e-9);
        assertEquals(1 - own / reference, card.getDouble("skill.reference"), 1e-9);
        page("").body(containsString("References on record, n = 4"), containsString("0.210"));
    }

    @Test
    void withoutReferencesThereIsNoComparison() {
        World.resolve(world.dueForecast().publish(), "YES");
        given().get("/api/v1/authors/" + world.author() + "/scorecard").then().body("comparison", nullValue())
                .body("skill.reference", nullValue());
        page("").body(not(containsString("References on record")));
    }

    @Test
    void laterPositionsAreCountedApart() {
        World.Forecast first = world.dueForecast().publish();
        world.dueForecast().probability(0.2).joining(first.question()).publish();
        World.resolve(first, "YES");
        assertEquals(List.of(1, 1), world.counts("n", "revisions"));
        page("").body(containsString("Later positions on the same question"));
    }

    /** With few forecasts a page says what it cannot say, and how many that takes. */
    @Test
    void aPageSaysWhatItCannotSayYet() {
        World.resolve(world.dueForecast().publish(), "YES");
        page("").body(containsString("What cannot be said yet"),
                containsString("does better than a coin: that takes 10 scored probabilities, and there is one."),
                containsString("over- or underconfident: that takes 30 scored probabilities, and there is one."),
                containsString("that takes 10 decided calls, and there are none."), not(containsString("data-chart")),
                not(containsString("<script")));
    }

    /** The leaderboard tests many authors, again and again; what one author's interval says is less. */
    @Test
    void oneAuthorsIntervalIsNotTheBoardsTest() {
        for (int i = 0; i < 12; i++) {
            World.resolve(world.dueForecast().probability(0.9).publish(), i < 11 ? "YES" : "NO");
        }
        page("").body(containsString("right for one author looked at once"), containsString("asks for more"));
    }

    @Test
    void oneCallIsSpokenOfAsOne() {
        World.resolve(world.dueForecast().words("BET", "YES").publish(), "YES");
        page("").body(containsString("over 1 call, says nothing of how hard it was."));
    }

    /** Thirty at 90 %, of which eighteen come: 30 points too sure, with the interval worked out here. */
    @Test
    void overconfidenceIsSaidInOneSentence() {
        for (int i = 0; i < 30; i++) {
            World.resolve(world.dueForecast().probability(0.9).publish(), i < 18 ? "YES" : "NO");
        }
        double half = Arithmetic.student(29) * Math.sqrt(30 * 0.6 * 0.4 / 29 / 30);
        JsonPath card = card("");
        assertEquals(0.3, card.getDouble("overconfidence"), 1e-9);
        assertEquals(0.3 - half, card.getDouble("overconfidenceInterval.low"), 1e-6);
        assertEquals(0.3 + half, card.getDouble("overconfidenceInterval.high"), 1e-6);
        page("").body(containsString("Overconfident: the side that this author thought likelier was given 90\u00a0% on average "
                + "and came out 60\u00a0% of the time, 30 points less"),
                containsString("interval: %.1f less to %.1f less).".formatted(100 * (0.3 - half), 100 * (0.3 + half))),
                not(containsString("over- or underconfident: that takes")));
    }

    /** A part of the record holds the part's forecasts too. */
    @Test
    void aPartListsItsForecastsOnly() {
        World.Forecast economy = world.dueForecast().publish();
        World.Forecast politics = world.dueForecast().topic("politics").with("undated", true).publish();
        page("?topic=politics").body(containsString(politics.id()), not(containsString(economy.id())));
        page("?undated=exclude").body(containsString(economy.id()), not(containsString(politics.id())));
        page("?from=" + clock.today().plusMonths(2).toString().substring(0, 7))
                .body(containsString("None is on record in this part"));
        page("?topic=").body(containsString(politics.id()), containsString(economy.id()));
    }

    @Test
    void aForecastsPageSaysWhatItMoved() {
        World.Forecast only = world.dueForecast().probability(0.8).publish();
        forecast(only).body(containsString("(0.800 − 1)² = 0.040 if it comes out YES, and (0.800 − 0)² = 0.640 if NO"),
                not(containsString("What it moved")));
        World.resolve(only, "NO");
        forecast(only).body(containsString("(p − y)² = (0.800 − 0)² = 0.640"),
                containsString("only scored probability"));
        World.Forecast second = world.dueForecast().probability(0.5).publish();
        World.resolve(second, "YES");
        forecast(second).body(containsString(
                "mean Brier score is 0.445 over 2 forecasts with it; without it, 0.640 over 1."));
    }

    @Test
    void callsHedgesAndEarlyAnswersAreExplained() {
        World.Forecast call = world.dueForecast().words("ASSERTED", "NO").publish();
        World.resolve(call, "YES");
        forecast(call).body(containsString("miss"), containsString("only decided call"));
        World.Forecast hedge = world.dueForecast().words("HEDGED", "YES").publish();
        forecast(hedge).body(containsString("true whatever happens"));
        World.Forecast early = world.forecast().publish();
        World.resolve(early, "YES");
        forecast(early).body(containsString("decided early"), not(containsString("What it moved")));
        World.Forecast worded = world.dueForecast().worded("likely", "NO").without("probability").publish();
        World.resolve(worded, "NO");
        forecast(worded).body(containsString("p = 1 − 0.750 = 0.250"), containsString("(0.250 − 0)² = 0.062"));
    }

    private static ValidatableResponse forecast(World.Forecast forecast) {
        return given().accept("text/html").get("/forecasts/" + forecast.id()).then().statusCode(200);
    }

    private ValidatableResponse page(String query) {
        return given().accept("text/html").get("/authors/" + world.author() + query).then().statusCode(200);
    }

    private JsonPath card(String query) {
        return given().get("/api/v1/authors/" + world.author() + "/scorecard" + query).then().statusCode(200).extract()
                .jsonPath();
    }

    /** But for the time at which it was asked for. */
    private static Map<String, Object> dateless(JsonPath card) {
        Map<String, Object> fields = new TreeMap<>(card.getMap("$"));
        fields.remove("asOf");
        return fields;
    }

    private static TreeSet<String> missing(Map<String, Object> card) {
        TreeSet<String> missing = new TreeSet<>(List.of(FIELDS.split(" ")));
        missing.removeAll(card.keySet());
        return missing;
    }

    private static List<String> sorted(Map<String, Object> fields) {
        return fields.keySet().stream().sorted().toList();
    }
}
