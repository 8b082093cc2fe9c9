package org.hindcast.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@TestProfile(TwoVerdictsTest.TwoMustAgree.class)
class TwoVerdictsTest {

    public static class TwoMustAgree implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hindcast.resolving-verdicts", "2");
        }
    }

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;

    private World world;
    private String second;
    private World.Forecast forecast;

    @BeforeEach
    void begin() {
        world = new World(clock);
        second = world.reviewer("second");
        World.knows(REVIEWER, "economy", world.name);
        World.knows(second, world.name);
        forecast = world.dueForecast().topic(world.name).publish();
    }

    @AfterEach
    void end() {
        World.activate(second, false);
    }

    @Test
    void twoReviewersThatAgreeResolveWithTheEvidenceOfBoth() {
        decide(REVIEWER, "YES", "https://example.org/one").body("status", equalTo("OPEN"));
        assertEquals(List.of(0, 1), world.counts("n", "unresolved"));
        decide(second, "YES", "https://example.org/two").body("status", equalTo("RESOLVED")).body("outcome", equalTo("YES"))
                .body("evidence.url", contains("https://example.org/one", "https://example.org/two"));
        assertEquals(List.of(1, 0), world.counts("n", "unresolved"));
    }

    @Test
    void theSameReviewerTwiceIsOne() {
        decide(REVIEWER, "YES", "https://example.org/one").body("status", equalTo("OPEN"));
        decide(REVIEWER, "YES", "https://example.org/two").body("status", equalTo("OPEN"));
    }

    @Test
    void theLastWordOfEachCounts() {
        decide(REVIEWER, "YES", "https://example.org/one");
        decide(second, "NO", "https://example.org/two").body("status", equalTo("OPEN"));
        decide(REVIEWER, "NO", "https://example.org/three").body("status", equalTo("RESOLVED")).body("outcome", equalTo("NO"));
    }

    @Test
    void aReopeningBeginsAnew() {
        decide(REVIEWER, "YES", "https://example.org/one");
        decide(second, "YES", "https://example.org/two").body("status", equalTo("RESOLVED"));
        World.reopen(forecast.question()).then().statusCode(201);
        decide(REVIEWER, "YES", "https://example.org/one").body("status", equalTo("OPEN"));
    }

    @Test
    void whoHasSpokenIsNotAskedAgain() {
        sweep.sweep();
        decide(REVIEWER, "YES", "https://example.org/one");
        assertFalse(World.queue(REVIEWER).contains(forecast.question()));
        assertTrue(World.queue(second).contains(forecast.question()));
        clock.advance(Duration.ofDays(3));
        sweep.sweep();
        assertEquals(1, World.asked(forecast.question(), REVIEWER).size());
        assertEquals(2, World.asked(forecast.question(), second).size());
    }

    private ValidatableResponse decide(String reviewer, String outcome, String url) {
        return as(reviewer).body(Map.of("outcome", outcome, "evidence", List.of(Map.of("url", url))))
                .post("/api/v1/questions/" + forecast.question() + "/verdicts").then().statusCode(201);
    }
}
