package org.hindcast.inbox;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.Untouched;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** What people are told, and that they have read it. */
@QuarkusTest
class InboxTest {

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;

    private World world;
    private String reviewer;

    /** What other tests left open would be asked of the reviewer of these. */
    @BeforeEach
    void begin() throws SQLException {
        Database.asOwner(
                "update question set ask_at = null, asked_from = asked_from + interval '100 years' where status = 'OPEN'");
        world = new World(clock);
        reviewer = world.reviewer("told");
        World.knows(reviewer, world.name);
    }

    @AfterEach
    void end() {
        World.activate(reviewer, false);
    }

    private World.Forecast due(String question) {
        return world.dueForecast().topic(world.name).criterion("question", question).publish();
    }

    private List<Map<String, Object>> inbox() {
        return World.all("inbox", reviewer);
    }

    private RequestSpecification page() {
        return as(reviewer).accept("text/html").contentType(ContentType.URLENC).redirects().follow(false);
    }

    @Test
    void whatIsAskedTogetherIsOneNoticeAndReadOnceItIsDecided() {
        World.Forecast one = due("Will <b>one</b> come?");
        sweep.sweep();
        sweep.sweep();
        assertEquals(1, inbox().size());
        Map<String, Object> told = inbox().get(0);
        assertEquals("verdict.asked", told.get("kind"));
        assertEquals("Your verdict, please: Will <b>one</b> come?", told.get("title"));
        assertEquals("http://localhost:8080/reviews/" + one.question(), told.get("url"));
        assertEquals(List.of(one.question()), ((Map<?, ?>) told.get("data")).get("questions"));
        page().get("/inbox").then().statusCode(200).body(containsString("Will &lt;b&gt;one&lt;/b&gt; come?"));

        List<World.Forecast> more = List.of(due("A?"), due("B?"), due("C?"), due("D?"));
        clock.advance(Duration.ofHours(1));
        sweep.sweep();
        assertEquals(List.of("4 questions wait for your verdict", "Your verdict, please: Will <b>one</b> come?"),
                inbox().stream().map(notice -> notice.get("title")).toList());
        assertEquals("A? · B? · C? · and 1 more", inbox().get(0).get("text"));

        World.decide(one.question(), reviewer, "YES").then().statusCode(201);
        more.subList(0, 3).forEach(each -> World.decide(each.question(), reviewer, "NO").then().statusCode(201));
        as(reviewer).get("/api/v1/inbox?unread=true").then().body("items.size()", equalTo(1));
        World.resolve(more.get(3), "NO");
        as(reviewer).get("/api/v1/inbox?unread=true").then().body("items.size()", equalTo(0));
        assertEquals(2, inbox().size());
    }

    @Test
    void whoDisputesIsToldWhatBecameOfIt() {
        World.Forecast forecast = due("Disputed?");
        World.resolve(forecast, "YES");
        String dispute = as(reviewer).body(Map.of("reason", "Wrong.")).post("/api/v1/questions/" + forecast.question()
                + "/disputes").then().statusCode(201).extract().path("id");
        as(ADMIN).body(Map.of("decision", "UPHELD", "reason", "It is right.")).post("/api/v1/disputes/" + dispute + "/decision")
                .then().statusCode(200);
        Map<String, Object> told = inbox().get(0);
        assertEquals("dispute.decided", told.get("kind"));
        assertEquals("Your dispute: Disputed?", told.get("title"));
        assertEquals("The outcome YES stands. It is right.", told.get("text"));
        assertEquals("http://localhost:8080/questions/" + forecast.question() + "#dispute-" + dispute, told.get("url"));
    }

    @Test
    void readIsWhatSomebodySaysTheyHaveRead() {
        for (int i = 0; i < 3; i++) {
            due("Read " + i + "?");
            clock.advance(Duration.ofMinutes(1));
            sweep.sweep();
        }
        List<Object> ids = inbox().stream().map(notice -> notice.get("id")).toList();
        as(reviewer).post("/api/v1/inbox/" + ids.get(2) + "/read").then().statusCode(200).body("readAt", notNullValue());
        as(reviewer).body(Map.of("upTo", ids.get(1))).post("/api/v1/inbox/read").then().statusCode(200).body("read",
                equalTo(1));
        as(reviewer).get("/api/v1/inbox").then().body("items[0].readAt", nullValue()).body("items[1].readAt", notNullValue());
        page().get("/inbox?unread=true").then().body(containsString("Read 2?"), not(containsString("Read 1?")));
        page().formParam("upTo", ids.get(0)).post("/inbox/read").then().statusCode(303);
        page().get("/inbox?unread=true").then().body(containsString("You have read everything."));

        as(ADMIN).post("/api/v1/inbox/" + ids.get(0) + "/read").then().statusCode(404);
        as(reviewer).body(Map.of()).post("/api/v1/inbox/read").then().statusCode(422);
        as(reviewer).body(Map.of("upTo", UUID.randomUUID())).post("/api/v1/inbox/read").then().statusCode(404);
        page().formParam("upTo", "x").post("/inbox/read").then().statusCode(422);
        as(reviewer).get("/api/v1/inbox?limit=2").then().body("items.size()", equalTo(2)).body("next", notNullValue());
    }

    @Test
    void lookingIsNotReading() throws SQLException {
        due("Unseen?");
        sweep.sweep();
        Untouched.byLooking(() -> as(reviewer), "/inbox", "/api/v1/inbox", "/me/follows");
    }
}
