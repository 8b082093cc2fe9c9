package org.hindcast.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import jakarta.inject.Inject;

import org.hindcast.Await;
import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.outbox.OutboxSweep;
import org.hindcast.reminder.ReminderSweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What health checks and metrics say of clocks, sweeps and the outbox. */
@QuarkusTest
class WatchedTest {

    private static final Duration THREE_INTERVALS = Duration.ofMinutes(3 * 15 + 1);

    @Inject
    TestClock clock;
    @Inject
    TestMachineClock machine;
    @Inject
    ReminderSweep reminders;
    @Inject
    OutboxSweep outbox;

    @Test
    void aSweepThatNoLongerRunsIsTold() throws Exception {
        // Others that a test has run would be told as well
        Database.asOwner("delete from sweep where identity not in ('reminder-sweep', 'outbox-sweep')");
        reminders.sweep();
        outbox.sweep();
        wellness("sweeps", "UP").body("checks.find { it.name == 'sweeps' }.data.'reminder-sweep'",
                equalTo(clock.instant().toString()));
        clock.advance(THREE_INTERVALS);
        outbox.sweep();
        wellness("sweeps", "UP");
        clock.advance(Duration.ofMillis(1));
        wellness("sweeps", "DOWN");
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        reminders.sweep();
        wellness("sweeps", "UP");
    }

    @Test
    void aQuestionThatIsNotAskedIsTold() throws Exception {
        reminders.sweep();
        wellness("questions asked", "UP");
        new World(clock).dueForecast().publish();
        clock.advance(THREE_INTERVALS.plusDays(1));
        wellness("questions asked", "DOWN");
        Await.until("the metric tells it", () -> metric("hindcast_questions_unasked_oldest_seconds") >= 86_400);
        Await.until("the metric tells the age", () -> metric("hindcast_sweep_age_seconds{sweep=\"reminder-sweep\"}") >= 86_400);
        reminders.sweep();
        wellness("questions asked", "UP").body("checks.find { it.name == 'questions asked' }.data.oldestDueAndUnasked",
                equalTo("none"));
        Await.until("the metric is back", () -> metric("hindcast_questions_unasked_oldest_seconds") == 0
                && metric("hindcast_sweep_age_seconds{sweep=\"reminder-sweep\"}") == 0);
    }

    /** What was due long before it came on record could not be asked before then. */
    @Test
    void aQuestionThatCameOnRecordLateWaitsSinceThen() {
        reminders.sweep();
        World.Forecast forecast = new World(clock).forecast().due(clock.today().minusDays(50)).publish();
        wellness("questions asked", "UP").body("checks.find { it.name == 'questions asked' }.data.oldestDueAndUnasked",
                equalTo(clock.instant().toString()));
        World.resolve(forecast, "YES");
        clock.advance(Duration.ofDays(1));
        reminders.sweep();
        World.reopen(forecast.question()).then().statusCode(201);
        wellness("questions asked", "UP").body("checks.find { it.name == 'questions asked' }.data.oldestDueAndUnasked",
                equalTo(clock.instant().toString()));
        clock.advance(THREE_INTERVALS.plusMillis(1));
        wellness("questions asked", "DOWN");
        reminders.sweep();
        wellness("questions asked", "UP");
    }

    /** Nobody has set up a mail server: mail that waits is no fault. */
    @Test
    void withoutAMailServerMailMayWait() {
        wellness("outbox", "UP").body("checks.find { it.name == 'outbox' }.data.mailServer", equalTo(false))
                .body("checks.find { it.name == 'outbox' }.data.oldestUnsent", notNullValue())
                .body("checks.find { it.name == 'outbox' }.data.dead", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "hindcast_outbox_unsent_oldest_seconds", "hindcast_outbox_waiting", "hindcast_outbox_dead",
            "hindcast_outbox_possible_duplicates_total{after=\"no answer\"}",
            "hindcast_outbox_possible_duplicates_total{after=\"lost lease\"}", "hindcast_clock_ahead_seconds",
            "hindcast_sweep_takeovers_total{sweep=\"outbox-sweep\"}" })
    void itIsMeasured(String name) {
        assertTrue(metric(name) >= 0, name);
    }

    @Test
    void theSkewIsMeasured() {
        try {
            machine.ahead(Duration.ofMinutes(5));
            given().get("/q/health/ready").then().statusCode(503);
            assertEquals(300, metric("hindcast_clock_ahead_seconds"), 1);
        } finally {
            machine.ahead(Duration.ZERO);
        }
        given().get("/q/health/ready").then().statusCode(200);
        assertEquals(0, metric("hindcast_clock_ahead_seconds"));
    }

    private static double metric(String name) {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1))).findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }

    private static ValidatableResponse wellness(String check, String word) {
        return given().get("/q/health/wellness").then().body("checks.find { it.name == '" + check + "' }.status",
                equalTo(word));
    }
}
