package org.hindcast;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.Near.near;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.EVIDENCE;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.hindcast.reminder.ReminderSweep;
import org.hindcast.scorecard.CellCheck;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** The whole story, told in order over HTTP: from a piece to a scorecard, back, and forth again. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PieceToScorecardTest {

    private static final String TEXT = "I have thought about it. Prices will probably rise by the winter, say four in five. Wait.";
    private static final String QUOTE = "Prices will probably rise by the winter, say four in five.";

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;
    @Inject
    CellCheck check;

    private World world;
    private LocalDate published;
    private LocalDate dueOn;
    private String piece;
    private String forecast;
    private String question;
    private String unresolved;
    private String resolvedYes;

    @Test
    @Order(1)
    void anEditorEntersAPiece() {
        world = new World(clock);
        published = clock.today();
        dueOn = published.plusDays(20);
        JsonPath made = as(EDITOR).body(Map.of("author", Map.of("name", "Ada Ahead", "slug", world.author(), "kind", "PERSON"),
                "title", "Prices: What Next?", "publisher", "The Letter", "url", "https://example.org/" + world.name,
                "publishedOn", published.toString(), "text", TEXT))
                .post("/api/v1/pieces").then().statusCode(201).body("author.slug", equalTo(world.author()))
                .body("sha256.length()", equalTo(64)).extract().jsonPath();
        piece = made.getString("slug");
        given().get("/api/v1/pieces/" + piece).then().statusCode(200).body("text", equalTo(TEXT))
                .body("forecasts.size()", equalTo(0));
    }

    @Test
    @Order(2)
    void theSamePieceAgainIsTheOneThatIsThere() {
        as(EDITOR).body(Map.of("author", Map.of("name", "Ada Ahead", "slug", world.author()), "title", "Another title",
                "publishedOn", published.toString(), "url", "https://example.org/" + world.name))
                .post("/api/v1/pieces").then().statusCode(200).body("slug", equalTo(piece))
                .header("Location", endsWith("/api/v1/pieces/" + piece));
        as(EDITOR).body(Map.of("author", Map.of("name", "Ada Ahead", "slug", world.author()), "title", "Another title",
                "publishedOn", published.toString(), "text", TEXT))
                .post("/api/v1/pieces").then().statusCode(200).body("slug", equalTo(piece));
    }

    @Test
    @Order(3)
    void aDraftIsSeenByEditorsOnly() {
        var made = as(EDITOR).body(Map.of("piece", piece, "quote", QUOTE, "statement", "Prices will rise.", "basis", "STATED",
                "probability", 0.7, "topics", List.of("economy", "prices"))).post("/api/v1/forecasts").then().statusCode(201)
                .body("status", equalTo("DRAFT")).body("start", equalTo(TEXT.indexOf(QUOTE)))
                .body("end", equalTo(TEXT.indexOf(QUOTE) + QUOTE.length())).body("madeOn", equalTo(published.toString()))
                .body("question", nullValue());
        forecast = made.extract().path("id");
        made.header("Location", endsWith("/api/v1/forecasts/" + forecast));
        given().get("/api/v1/forecasts/" + forecast).then().statusCode(404);
        given().get("/api/v1/forecasts?author=" + world.author()).then().body("items.size()", equalTo(0));
        as(EDITOR).get("/api/v1/forecasts/" + forecast).then().statusCode(200);
        as(EDITOR).post("/api/v1/forecasts/" + forecast + "/publish").then().statusCode(422);
    }

    @Test
    @Order(4)
    void aDraftIsChangedAndPublished() {
        as(EDITOR).body(Map.of("probability", 0.8, "criteria", Map.of("question", "Will prices rise by the winter?",
                "yesWhen", "The index is above that of today.", "sourceOfTruth", "The statistical office.",
                "dueOn", dueOn.toString(), "timeZone", "UTC")))
                .patch("/api/v1/forecasts/" + forecast).then().statusCode(200).body("probability", equalTo(0.8f))
                .body("quote", equalTo(QUOTE)).body("criteria.dueOn", equalTo(dueOn.toString()));
        question = as(EDITOR).post("/api/v1/forecasts/" + forecast + "/publish").then().statusCode(200)
                .body("status", equalTo("OPEN")).body("due", equalTo(false)).body("version", equalTo(1)).extract()
                .path("question");
        given().get("/api/v1/questions/" + question).then().statusCode(200).body("status", equalTo("OPEN"))
                .body("forecasts.id", contains(forecast)).body("criteria.question", equalTo("Will prices rise by the winter?"));
        assertEquals(List.of(0, 0, 1), counts("n", "calls.n", "unresolved"));
    }

    @Test
    @Order(5)
    void whatIsPublishedIsFrozen() {
        as(EDITOR).body(Map.of("probability", 0.9)).patch("/api/v1/forecasts/" + forecast).then().statusCode(409);
        as(EDITOR).post("/api/v1/forecasts/" + forecast + "/publish").then().statusCode(409);
        given().get("/api/v1/forecasts/" + forecast).then().body("probability", equalTo(0.8f));
    }

    @Test
    @Order(6)
    void nobodyIsAskedBeforeItIsDue() {
        clock.set(dueOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
        sweep.sweep();
        assertEquals(List.of(), reminders());
        assertEquals(List.of(), queued());
        given().get("/api/v1/forecasts/" + forecast).then().body("due", equalTo(false));
    }

    @Test
    @Order(7)
    void whenItIsDueEveryReviewerIsAskedOnce() {
        clock.passDue(dueOn);
        given().get("/api/v1/forecasts/" + forecast).then().body("due", equalTo(true)).body("status", equalTo("OPEN"));
        sweep.sweep();
        List<Map<String, Object>> asked = reminders();
        assertEquals(1, asked.stream().filter(one -> one.get("reviewer").equals(REVIEWER)).count());
        assertEquals(Map.of("reviewer", REVIEWER, "question", question, "step", 0, "askedFor", dueOn.toString(), "channel",
                "INBOX", "status", "SENT", "attempts", 0),
                asked.stream().filter(one -> one.get("reviewer").equals(REVIEWER)).map(PieceToScorecardTest::withoutNulls)
                        .findFirst().orElseThrow());
        sweep.sweep();
        assertEquals(asked, reminders());
        assertEquals(List.of(question), queued());
    }

    @Test
    @Order(8)
    void aVerdictNeedsEvidence() {
        unresolved = world.scorecardText();
        as(REVIEWER).body(Map.of("outcome", "YES")).post("/api/v1/questions/" + question + "/verdicts").then().statusCode(422)
                .contentType("application/problem+json").body("violations.field", contains("evidence"));
        assertEquals(unresolved, world.scorecardText());
    }

    @Test
    @Order(9)
    void aVerdictResolvesAndScoresAtOnce() {
        as(REVIEWER).body(Map.of("outcome", "YES", "evidence", EVIDENCE, "note", "Seen in the table of November."))
                .post("/api/v1/forecasts/" + forecast + "/verdicts").then().statusCode(201).body("id", equalTo(forecast))
                .body("status", equalTo("RESOLVED")).body("outcome", equalTo("YES")).body("hit", equalTo(true))
                .body("provisional", equalTo(false)).body("due", equalTo(false))
                .body("evidence.url", contains("https://example.org/seen"))
                .body("resolvedAt", equalTo(clock.instant().toString()));
        resolvedYes = world.scorecardText();
        assertNotEquals(unresolved, resolvedYes);
        scorecard().body("n", equalTo(1)).body("hits", equalTo(1)).body("unresolved", equalTo(0))
                .body("brier", near(0.04)).body("log", near(-Math.log(0.8))).body("baseRate", near(1))
                .body("mean", near(0.8)).body("hitRate.rate", near(1))
                .body("hitRate.wilson.low", near(0.2065)).body("hitRate.wilson.high", near(1))
                .body("levels.size()", equalTo(1)).body("levels[0].p", near(0.8)).body("levels[0].n", equalTo(1))
                .body("levels[0].hits", equalTo(1)).body("lexiconRange.low", near(0.04))
                .body("byBasis.STATED.n", equalTo(1)).body("byBasis.STATED.brier", near(0.04));
        assertEquals(List.of(), queued());
        assertEquals(0, check.check().differing());
    }

    @Test
    @Order(10)
    void aSecondVerdictIsRefused() {
        for (String outcome : List.of("YES", "NO", "VOID", "NOT_YET")) {
            World.decide(question, ADMIN, outcome).then().statusCode(409).contentType("application/problem+json");
        }
        assertEquals(resolvedYes, world.scorecardText());
    }

    @Test
    @Order(11)
    void theHistoryTellsWhoDidWhatWhen() {
        given().get("/api/v1/forecasts/" + forecast + "/history").then().statusCode(200)
                .body("items.kind", contains("question.created", "forecast.published", "verdict.given", "question.resolved"))
                .body("items.actor", contains(EDITOR, EDITOR, REVIEWER, REVIEWER))
                .body("items[3].at", equalTo(clock.instant().toString())).body("items[3].data.outcome", equalTo("YES"))
                .body("items[2].data.note", equalTo("Seen in the table of November."));
        given().get("/api/v1/questions/" + question + "/history").then().statusCode(200)
                .body("items.kind", contains("question.created", "verdict.given", "question.resolved"));
    }

    @Test
    @Order(12)
    void aReopeningUndoesExactly() {
        as(REVIEWER).body(Map.of("reason", "I looked again.")).post("/api/v1/questions/" + question + "/reopenings").then()
                .statusCode(403);
        as(ADMIN).body(Map.of()).post("/api/v1/questions/" + question + "/reopenings").then().statusCode(422)
                .body("violations.field", contains("reason"));
        World.reopen(question).then().statusCode(201).body("status", equalTo("OPEN")).body("outcome", nullValue())
                .body("evidence.size()", equalTo(0)).body("due", equalTo(true));
        assertEquals(unresolved, world.scorecardText());
        assertEquals(List.of(question), queued());
        assertEquals(0, check.check().differing());
        World.reopen(question).then().statusCode(409);
    }

    @Test
    @Order(13)
    void aNewVerdictScoresAnew() {
        clock.advance(Duration.ofHours(1));
        World.decide(question, REVIEWER, "NO").then().statusCode(201).body("outcome", equalTo("NO"))
                .body("forecasts[0].hit", equalTo(false));
        scorecard().body("n", equalTo(1)).body("hits", equalTo(0)).body("brier", near(0.64))
                .body("log", near(-Math.log(0.2))).body("hitRate.rate", near(0));
    }

    @Test
    @Order(14)
    void anAdminCorrectsAMisreadNumber() {
        as(EDITOR).body(Map.of("reason", "Misread.", "probability", 0.3)).post("/api/v1/forecasts/" + forecast + "/corrections")
                .then().statusCode(403);
        World.correct(forecast, Map.of("probability", 0.3)).then().statusCode(201).body("probability", equalTo(0.3f))
                .body("version", equalTo(2)).body("outcome", equalTo("NO"));
        scorecard().body("n", equalTo(1)).body("brier", near(0.09)).body("levels.p", contains(0.3f));
        given().get("/api/v1/forecasts/" + forecast + "/history").then().body("items.kind", contains("question.created",
                "forecast.published", "verdict.given", "question.resolved", "question.reopened", "verdict.given",
                "question.resolved", "forecast.corrected")).body("items[-1].actor", equalTo(ADMIN))
                .body("items[-1].data.reason", equalTo("Misread."))
                .body("items[-1].data.was.probability", equalTo(0.8f)).body("items[-1].data.is.probability", equalTo(0.3f));
    }

    @Test
    @Order(15)
    void theAuthorStandsOnTheBoard() {
        given().get("/api/v1/leaderboard?minimum=1&topic=economy&limit=200").then().statusCode(200)
                .body("board", equalTo("probabilities")).body("items.author.slug", hasItem(world.author()))
                .body("items.find { it.author.slug == '" + world.author() + "' }.n", equalTo(1));
        given().get("/api/v1/leaderboard?minimum=2&topic=economy&limit=200").then().statusCode(200)
                .body("items.author.slug", not(hasItem(world.author())))
                .body("unranked.find { it.author.slug == '" + world.author() + "' }.n", equalTo(1));
    }

    @Test
    @Order(16)
    void aWithdrawalTakesItOffTheSumsButNotOffTheRecord() {
        World.withdraw(forecast).then().statusCode(201).body("status", equalTo("WITHDRAWN"));
        assertEquals(List.of(0, 0, 0, 1), counts("n", "hits", "unresolved", "withdrawn"));
        scorecard().body("brier", nullValue()).body("levels.size()", equalTo(0));
        given().get("/api/v1/forecasts/" + forecast).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        given().get("/api/v1/leaderboard?minimum=1&topic=economy&limit=200").then().body("items.author.slug",
                not(hasItem(world.author())));
        assertEquals(0, check.check().differing());
    }

    private ValidatableResponse scorecard() {
        return given().get("/api/v1/authors/" + world.author() + "/scorecard").then().statusCode(200);
    }

    private List<Integer> counts(String... fields) {
        JsonPath scorecard = world.scorecard();
        return List.of(fields).stream().map(scorecard::getInt).toList();
    }

    private List<Map<String, Object>> reminders() {
        return World.all("reminders?question=" + question, REVIEWER);
    }

    private List<Object> queued() {
        return World.all("reviews", REVIEWER).stream().map(one -> one.get("id")).filter(question::equals).toList();
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> one) {
        Map<String, Object> rest = new HashMap<>(one);
        rest.values().removeIf(Objects::isNull);
        return rest;
    }
}
