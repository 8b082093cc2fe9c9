package org.hindcast.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Await;
import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.Scheduler;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Quartz and the heartbeat beside it, both running: here alone is the scheduler on. */
@QuarkusTest
@TestProfile(HeartbeatTest.Running.class)
class HeartbeatTest {

    public static class Running implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.scheduler.enabled", "true", "hindcast.clock.heartbeat", "200ms", "hindcast.reminder.every",
                    "1h", "hindcast.outbox.every", "1h");
        }
    }

    private static final String NEXT = "select next_fire_time from qrtz_triggers where trigger_name = 'reminder-sweep'";
    private static final String TAKEN_OVER = "hindcast_sweep_takeovers_total{sweep=\"reminder-sweep\"} ";

    @Inject
    TestClock clock;
    @Inject
    TestMachineClock machine;
    @Inject
    Scheduler quartz;

    @AfterEach
    void mend() throws Exception {
        machine.ahead(Duration.ZERO);
        quartz.resumeAll();
        Await.until("Quartz runs again", () -> !quartz.isInStandbyMode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "PT2.5S", "PT5M", "-PT2.5S", "-PT1H" })
    void aNodeWithAWrongClockStandsByUntilItIsMended(Duration ahead) throws Exception {
        ready(200, "UP");
        assertFalse(quartz.isInStandbyMode());
        machine.ahead(ahead);
        ready(503, "DOWN");
        Await.until("Quartz stands by", quartz::isInStandbyMode);
        ready(503, "DOWN");
        given().get("/q/health/live").then().statusCode(200);
        machine.ahead(Duration.ZERO);
        ready(200, "UP");
        Await.until("Quartz goes on", () -> !quartz.isInStandbyMode());
    }

    @Test
    void aLittleIsTolerated() throws Exception {
        machine.ahead(Duration.ofMillis(1_500));
        ready(200, "UP");
        assertFalse(quartz.isInStandbyMode());
    }

    @Test
    void aTriggerPushedIntoTheFutureIsMended() throws Exception {
        long hour = Duration.ofHours(1).toMillis();
        Await.until("the sweep of the start has run", () -> next() > System.currentTimeMillis() + hour / 2);
        // Less than two intervals away: it may wait
        Database.asService("update qrtz_triggers set next_fire_time = next_fire_time + " + hour / 2
                + " where trigger_name = 'reminder-sweep'");
        long later = next();
        Database.asService("update qrtz_triggers set next_fire_time = next_fire_time + " + 5 * hour
                + " where trigger_name = 'outbox-sweep'");
        Await.until("the other one is mended", () -> Long.parseLong(Database.asService(
                NEXT.replace("reminder", "outbox")).get(0)) < System.currentTimeMillis() + 2 * hour);
        assertEquals(later, next());
        Database.asService("update qrtz_triggers set next_fire_time = next_fire_time + " + 5 * hour
                + " where trigger_name = 'reminder-sweep'");
        Await.until("it is mended", () -> next() < System.currentTimeMillis() + 2 * hour);
        // and Quartz fires it, at once and then an hour later
        Await.until("it has run", () -> next() > System.currentTimeMillis() + hour / 2);
    }

    @Test
    void theHeartbeatAsksWhenQuartzStandsStill() throws Exception {
        quartz.pauseAll();
        Await.until("the sweep of the start has ended", () -> !Database.asService("select 1 from sweep where identity = '"
                + ReminderSweep.IDENTITY + "' and ended_at >= began_at").isEmpty());
        String question = new World(clock).dueForecast().publish().question();
        double before = takenOver();
        clock.advance(Duration.ofHours(1));
        clock.advance(Duration.ofMillis(201));
        Await.until("somebody is asked", () -> Database.asService("select 1 from reminder where question_id = '" + question
                + "'").size() > 0);
        Await.until("it is counted", () -> takenOver() > before);
    }

    private static long next() throws SQLException {
        return Long.parseLong(Database.asService(NEXT).get(0));
    }

    private static double takenOver() {
        return given().get("/q/metrics").asString().lines().filter(line -> line.startsWith(TAKEN_OVER))
                .mapToDouble(line -> Double.parseDouble(line.substring(TAKEN_OVER.length()))).findFirst().orElseThrow();
    }

    private static void ready(int status, String clock) {
        given().get("/q/health/ready").then().statusCode(status).body("checks.find { it.name == 'clock' }.status",
                equalTo(clock));
    }
}
