package org.hindcast.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.scorecard.CellCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** An outcome is disputed in public, and an admin who had no hand in it looks again. */
@QuarkusTest
class DisputeTest {

    private static final List<Map<String, String>> OTHER = List
            .of(Map.of("url", "https://example.org/other", "note", "says no"));

    @Inject
    TestClock clock;
    @Inject
    CellCheck check;

    private World world;
    private World.Forecast forecast;
    private String disputer;

    @BeforeEach
    void begin() {
        world = new World(clock);
        forecast = world.dueForecast().publish();
        disputer = world.reviewer("disputer");
    }

    private String resolved() {
        World.resolve(forecast, "YES");
        return forecast.question();
    }

    private static Response dispute(String question, String account) {
        return as(account).body(Map.of("reason", "The table was revised.", "evidence", OTHER))
                .post("/api/v1/questions/" + question + "/disputes");
    }

    private static String disputed(String question, String account) {
        return dispute(question, account).then().statusCode(201).extract().path("id");
    }

    private static Map<String, Object> ruling(String decision, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("decision", decision, "reason", "So I read it."));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static Response decide(String dispute, String admin, Map<String, Object> body) {
        return as(admin).body(body).post("/api/v1/disputes/" + dispute + "/decision");
    }

    private static List<String> kinds(String question) {
        return World.get("questions/" + question + "/history?limit=200").getList("items.kind");
    }

    @Test
    void whoHasAnAccountDisputesAnOutcomeInPublic() {
        String question = resolved();
        JsonPath made = dispute(question, disputer).then().statusCode(201).extract().jsonPath();
        String id = made.getString("id");
        assertEquals("OPEN", made.getString("status"));
        assertEquals("YES", made.getString("disputed"));
        assertEquals(clock.today().plusDays(Dispute.DAYS).toString(), made.getString("dueOn"));
        given().get("/api/v1/disputes/" + id).then().statusCode(200).body("by", equalTo(disputer), "reason",
                equalTo("The table was revised."), "evidence[0].note", equalTo("says no"), "decision", nullValue());
        given().get("/api/v1/questions/" + question + "/disputes").then().body("items.id", equalTo(List.of(id)));
        given().accept("text/html").get("/questions/" + question).then().statusCode(200).body(
                containsString("id=\"dispute-" + id), containsString("The table was revised."),
                containsString("waits for a decision"), containsString("disputed the outcome YES"));
        JsonPath history = World.get("questions/" + question + "/history");
        assertEquals(List.of("dispute.opened"), kinds(question).subList(kinds(question).size() - 1, kinds(question).size()));
        assertEquals(disputer, history.getString("items[-1].actor"));
        assertEquals("The table was revised.", history.getString("items[-1].data.reason"));
        assertEquals("RESOLVED", World.get("questions/" + question).getString("status"));
        assertTrue(World.all("disputes?status=OPEN", ADMIN).stream().anyMatch(one -> one.get("id").equals(id)));
    }

    @Test
    void theAddressOfANewDisputeLeadsToIt() {
        String location = dispute(resolved(), disputer).then().statusCode(201).extract().header("Location");
        given().get(location).then().statusCode(200).body("status", equalTo("OPEN"));
    }

    @Test
    void onlyAnOutcomeIsDisputed() {
        dispute(forecast.question(), disputer).then().statusCode(409).body("detail", containsString("not resolved"));
        given().contentType("application/json").body("{}").post("/api/v1/questions/" + forecast.question() + "/disputes").then()
                .statusCode(401);
        dispute("00000000-0000-7000-8000-000000000000", disputer).then().statusCode(404);
    }

    @Test
    void aSecondVerdictPointsToTheDispute() {
        String question = resolved();
        World.decide(question, REVIEWER, "NO").then().statusCode(409).body("detail",
                containsString("/api/v1/questions/" + question + "/disputes"));
    }

    @Test
    void oneAtATimeForEachAccount() {
        String question = resolved();
        String first = disputed(question, disputer);
        dispute(question, disputer).then().statusCode(409).body("detail", containsString("already"));
        disputed(question, world.reviewer("other"));
        decide(first, ADMIN, ruling("UPHELD")).then().statusCode(200);
        disputed(question, disputer);
    }

    @Test
    void onlySoManyWaitAtATime() {
        String somebody = world.reviewer("many");
        for (int i = 0; i < 10; i++) {
            forecast = world.dueForecast().publish();
            disputed(resolved(), somebody);
        }
        forecast = world.dueForecast().publish();
        dispute(resolved(), somebody).then().statusCode(409).body("detail", containsString("10 disputes"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            {},                                                                      reason
            {"reason": "  "},                                                        reason
            '{"reason": "x", "evidence": [{"url": "ftp://x"}]}',                     evidence[0].url
            '{"reason": "x", "evidence": [{}]}',                                     evidence[0].url
            '{"reason": "x", "why": "y"}',                                           why
            """)
    void whatIsWrongIsNamed(String body, String field) throws Exception {
        String question = resolved();
        String rows = Database.rows();
        as(disputer).body(body).post("/api/v1/questions/" + question + "/disputes").then().statusCode(422)
                .body("violations.field", hasItem(field));
        assertEquals(rows, Database.rows());
    }

    @Test
    void aReasonHasALimit() {
        String question = resolved();
        as(disputer).body(Map.of("reason", "x".repeat(4001))).post("/api/v1/questions/" + question + "/disputes").then()
                .statusCode(422).body("violations.field", equalTo(List.of("reason")));
        as(disputer).body(Map.of("reason", "x".repeat(4000))).post("/api/v1/questions/" + question + "/disputes").then()
                .statusCode(201);
    }

    @Test
    void aKeyOpensOneDispute() {
        String question = resolved();
        Map<String, Object> body = Map.of("reason", "Wrong.");
        String key = "key-" + world.name;
        String first = as(disputer).header("Idempotency-Key", key).body(body)
                .post("/api/v1/questions/" + question + "/disputes")
                .then().statusCode(201).extract().asString();
        String again = as(disputer).header("Idempotency-Key", key).body(body)
                .post("/api/v1/questions/" + question + "/disputes")
                .then().statusCode(201).extract().asString();
        assertEquals(first, again);
        assertEquals(1, World.get("questions/" + question + "/disputes").getList("items").size());
    }

    @Test
    void anUpheldOutcomeStandsWithAReason() {
        String question = resolved();
        String before = world.scorecardText();
        String id = disputed(question, disputer);
        decide(id, ADMIN, ruling("UPHELD", "evidence", World.EVIDENCE)).then().statusCode(200).body("status", equalTo("UPHELD"),
                "decision.by", equalTo(ADMIN), "decision.reason", equalTo("So I read it."), "decision.outcome", nullValue(),
                "decision.byParty", equalTo(false), "decision.evidence.url", equalTo(List.of("https://example.org/seen")));
        assertEquals("YES", World.get("questions/" + question).getString("outcome"));
        assertEquals(before, world.scorecardText());
        assertTrue(kinds(question).contains("dispute.upheld"));
        assertFalse(kinds(question).contains("question.reopened"));
        given().accept("text/html").get("/questions/" + question).then().body(containsString("the outcome stands"),
                containsString("So I read it."), not(containsString("waits for a decision")));
    }

    @Test
    void aGrantedDisputeResolvesAnewAndEveryScoreWithIt() {
        String question = resolved();
        assertEquals(List.of(1, 1), world.counts("n", "hits"));
        JsonPath was = world.scorecard();
        assertEquals(0.04f, was.getFloat("brier"), 1e-6);
        String id = disputed(question, disputer);
        decide(id, ADMIN, ruling("GRANTED", "outcome", "NO", "evidence", OTHER)).then().statusCode(200).body("status",
                equalTo("GRANTED"), "decision.outcome", equalTo("NO"));
        JsonPath now = World.get("questions/" + question);
        assertEquals("NO", now.getString("outcome"));
        assertEquals("https://example.org/other", now.getString("evidence[0].url"));
        assertEquals(List.of(1, 0), world.counts("n", "hits"));
        assertEquals(0.64f, world.scorecard().getFloat("brier"), 1e-6);
        List<String> kinds = kinds(question);
        assertEquals(List.of("question.resolved", "dispute.opened", "dispute.granted", "question.reopened",
                "question.resolved"), kinds.subList(kinds.size() - 5, kinds.size()));
        assertTrue(World.get("forecasts/" + forecast.id() + "/history").getList("items.kind").containsAll(kinds));
        given().accept("text/html").get("/forecasts/" + forecast.id()).then().body(containsString(
                "granted the dispute of " + disputer + ": it is resolved NO instead of YES"));
        assertEquals(0, check.check().differing());
    }

    @Test
    void aGrantedDisputeWithoutAnOutcomeOpensTheQuestionAgain() {
        String reviewer = world.reviewer("again");
        String unresolved = world.scorecardText();
        String question = resolved();
        assertFalse(World.queue(reviewer).contains(question));
        String id = disputed(question, disputer);
        decide(id, ADMIN, ruling("GRANTED")).then().statusCode(200);
        assertEquals("OPEN", World.get("questions/" + question).getString("status"));
        assertEquals(unresolved, world.scorecardText());
        assertTrue(World.queue(reviewer).contains(question));
        World.decide(question, reviewer, "NO").then().statusCode(201);
        assertEquals(List.of(1, 0), world.counts("n", "hits"));
    }

    @Test
    void aGrantedDisputeCorrectsCriteria() {
        String question = resolved();
        String id = disputed(question, disputer);
        Map<String, Object> criteria = new LinkedHashMap<>(World.get("questions/" + question).getMap("criteria"));
        criteria.put("yesWhen", "The index is above that of last year.");
        decide(id, ADMIN, ruling("GRANTED", "criteria", criteria, "outcome", "NO", "evidence", OTHER)).then().statusCode(200);
        JsonPath now = World.get("questions/" + question);
        assertEquals(2, now.getInt("version"));
        assertEquals("The index is above that of last year.", now.getString("criteria.yesWhen"));
        assertEquals("NO", now.getString("outcome"));
        assertTrue(kinds(question).contains("question.corrected"));
        assertEquals(0, check.check().differing());
    }

    @Test
    void criteriaThatMoveTheDueDateMakeTheOutcomeProvisional() {
        String question = resolved();
        String id = disputed(question, disputer);
        Map<String, Object> criteria = new LinkedHashMap<>(World.get("questions/" + question).getMap("criteria"));
        criteria.put("dueOn", clock.today().plusDays(20).toString());
        decide(id, ADMIN, ruling("GRANTED", "criteria", criteria, "outcome", "NO", "evidence", OTHER)).then().statusCode(200);
        assertTrue(World.get("questions/" + question).getBoolean("provisional"));
        assertEquals(List.of(0, 1), world.counts("n", "provisional"));
        assertEquals(0, check.check().differing());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            {},                                                                                             decision
            '{"decision": "UPHELD"}',                                                                       reason
            '{"decision": "UPHELD", "reason": "x", "outcome": "NO"}',                                       outcome
            '{"decision": "GRANTED", "reason": "x", "outcome": "NO"}',                                      evidence
            '{"decision": "GRANTED", "reason": "x", "outcome": "YES", "evidence": [{"url": "https://example.org/seen"}]}', outcome
            '{"decision": "GRANTED", "reason": "x", "outcome": "NOT_YET"}',                                 outcome
            '{"decision": "OVERTAKEN", "reason": "x"}',                                                     decision
            '{"decision": "GRANTED", "reason": "x", "criteria": {"question": "q"}}',                        criteria.dueOn
            '{"decision": "GRANTED", "reason": "x", "criteria": {"key": "other"}}',                         criteria.key
            """)
    void whatIsWrongWithADecisionIsNamed(String body, String field) throws Exception {
        String id = disputed(resolved(), disputer);
        String rows = Database.rows();
        as(ADMIN).body(body).post("/api/v1/disputes/" + id + "/decision").then().statusCode(422).body("violations.field",
                hasItem(field));
        assertEquals(rows, Database.rows());
        given().get("/api/v1/disputes/" + id).then().body("status", equalTo("OPEN"));
    }

    @Test
    void onlyAdminsDecideAndOnlyOnce() {
        String id = disputed(resolved(), disputer);
        decide(id, EDITOR, ruling("UPHELD")).then().statusCode(403);
        decide(id, REVIEWER, ruling("UPHELD")).then().statusCode(403);
        decide(id, ADMIN, ruling("UPHELD")).then().statusCode(200);
        decide(id, ADMIN, ruling("GRANTED")).then().statusCode(409).body("detail", containsString("admin has settled"));
    }

    @Test
    void whoHadAHandInItDoesNotDecideWhereAnotherAdminCan() throws Exception {
        String second = World.account(world.name + "-second", "admin");
        String third = World.account(world.name + "-third", "admin");
        try {
            World.decide(forecast.question(), second, "YES").then().statusCode(201);
            String id = disputed(forecast.question(), disputer);
            decide(id, second, ruling("UPHELD")).then().statusCode(403).body("detail", containsString("another admin"));
            String own = disputed(forecast.question(), third);
            decide(own, third, ruling("UPHELD")).then().statusCode(403);
            decide(id, third, ruling("UPHELD")).then().statusCode(403);
            given().auth().preemptive().basic(second, World.PASSWORD).accept("text/html").get("/admin/disputes/" + id).then()
                    .body(containsString("another admin decides"), not(containsString("name=\"choice\"")));
            decide(id, ADMIN, ruling("UPHELD")).then().statusCode(200).body("decision.byParty", equalTo(false));
        } finally {
            World.activate(second, false);
            World.activate(third, false);
        }
    }

    @Test
    void anAdminWhoIsAloneDecidesAndThatIsShown() throws Exception {
        World.decide(forecast.question(), ADMIN, "YES").then().statusCode(201);
        String id = disputed(forecast.question(), disputer);
        List<String> others = Database.asOwner(
                "update account set active = false where active and 'admin' = any (roles) and username <> 'admin' returning username");
        try {
            decide(id, ADMIN, ruling("UPHELD")).then().statusCode(200).body("decision.byParty", equalTo(true));
            given().accept("text/html").get("/questions/" + forecast.question()).then()
                    .body(containsString("there was no other admin"));
        } finally {
            for (String other : others) {
                Database.asOwner("update account set active = true where username = '" + other + "'");
            }
        }
    }

    @Test
    void whatEndsTheOutcomeOvertakesItsDisputes() {
        String question = resolved();
        String reopened = disputed(question, disputer);
        World.reopen(question).then().statusCode(201);
        given().get("/api/v1/disputes/" + reopened).then().body("status", equalTo("OVERTAKEN"), "decision.by", equalTo(ADMIN));
        decide(reopened, ADMIN, ruling("UPHELD")).then().statusCode(409);

        World.resolve(forecast, "YES");
        String corrected = disputed(question, disputer);
        World.correct(forecast.id(), Map.of("criteria", Map.of("yesWhen", "Something else."))).then().statusCode(201);
        given().get("/api/v1/disputes/" + corrected).then().body("status", equalTo("OVERTAKEN"));

        World.resolve(forecast, "NO");
        String granted = disputed(question, disputer);
        String other = disputed(question, REVIEWER);
        decide(granted, ADMIN, ruling("GRANTED")).then().statusCode(200);
        given().get("/api/v1/disputes/" + other).then().body("status", equalTo("OVERTAKEN"));
        given().accept("text/html").get("/questions/" + question).then().body(containsString("overtaken"));
        assertEquals(3, kinds(question).stream().filter("dispute.overtaken"::equals).count());
    }

    @Test
    void twoDecisionsAtOnceAreOne() throws Exception {
        String question = resolved();
        String id = disputed(question, disputer);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> both = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Map<String, Object> body = i % 2 == 0 ? ruling("UPHELD")
                        : ruling("GRANTED", "outcome", "NO", "evidence", OTHER);
                both.add(() -> decide(id, ADMIN, body).statusCode());
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : pool.invokeAll(both)) {
                answers.add(answer.get());
            }
            answers.sort(null);
            assertEquals(List.of(200, 409, 409, 409), answers);
        } finally {
            pool.shutdown();
        }
        assertEquals(1, kinds(question).stream().filter(kind -> kind.matches("dispute.(upheld|granted)")).count());
        assertEquals(0, check.check().differing());
    }

    @Test
    void listsArePagedByDueDate() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            forecast = world.dueForecast().publish();
            made.add(disputed(resolved(), world.reviewer("r" + i)));
            clock.advance(Duration.ofDays(1));
        }
        List<Object> listed = World.all("disputes", ADMIN).stream().map(one -> one.get("id")).toList();
        assertEquals(made, listed.stream().filter(made::contains).toList());
        as(EDITOR).get("/api/v1/disputes").then().statusCode(403);
        as(ADMIN).get("/api/v1/disputes?status=NONE").then().statusCode(422);
        as(ADMIN).get("/api/v1/disputes?status=OPEN&limit=1").then().body("items.size()", equalTo(1), "next",
                not(nullValue()));
    }

    @Test
    void theHistoryOfEventsLeadsToTheQuestion() {
        String question = resolved();
        disputed(question, disputer);
        as(ADMIN).accept("text/html").get("/admin/events?kind=dispute.opened&subject=" + question).then()
                .body(containsString("href=\"/questions/" + question));
        as(ADMIN).accept("text/html").get("/admin").then().body(containsString("Outcomes disputed"),
                containsString("wait"));
        assertTrue(kinds(question).containsAll(List.of("question.resolved", "dispute.opened")));
    }
}
