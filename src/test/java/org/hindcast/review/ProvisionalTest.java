package org.hindcast.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.Near.near;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.hindcast.scorecard.CellCheck;
import org.hindcast.web.Formats;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ProvisionalTest {

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;
    @Inject
    CellCheck check;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @ParameterizedTest
    @CsvSource({ "YES, 0.04", "NO, 0.64" })
    void whatIsDecidedEarlyIsShownAtOnceAndCountsWhenItsDueDateHasPassed(String outcome, double brier) {
        LocalDate dueOn = clock.today().plusDays(10);
        var forecast = world.forecast().topic(world.name).due(dueOn).publish();

        World.decide(forecast.question(), REVIEWER, outcome).then().statusCode(201).body("status", equalTo("RESOLVED"))
                .body("outcome", equalTo(outcome)).body("provisional", equalTo(true));
        shown(forecast).body("provisional", equalTo(true)).body("outcome", equalTo(outcome)).body("status",
                equalTo("RESOLVED"));
        assertEquals(List.of(0, 1, 0), world.counts("n", "provisional", "unresolved"));
        scorecard("").body("brier", nullValue()).body("levels.size()", equalTo(0)).body("byBasis.STATED.n", equalTo(0));
        scorecard("?topic=" + world.name).body("n", equalTo(0)).body("provisional", equalTo(1));
        board().body("items.author.slug", not(hasItem(world.author())));
        assertEquals(0, check.check().differing());

        clock.passDue(dueOn);
        shown(forecast).body("provisional", equalTo(false));
        sweep.sweep();
        assertEquals(List.of(1, 0, 0), world.counts("n", "provisional", "unresolved"));
        scorecard("").body("brier", near(brier));
        scorecard("?topic=" + world.name + "&from=" + dueOn.plusDays(1).toString().substring(0, 7)).body("brier", near(brier));
        board().body("items.author.slug", hasItem(world.author()));
        assertEquals(0, check.check().differing());
    }

    @Test
    void reopenedBeforeTheDueDateItNeverCounts() {
        LocalDate dueOn = clock.today().plusDays(3);
        var forecast = world.forecast().due(dueOn).publish();
        String before = world.scorecardText();
        World.resolve(forecast, "YES");
        World.reopen(forecast.question()).then().statusCode(201).body("provisional", equalTo(false)).body("due",
                equalTo(false));
        assertEquals(before, world.scorecardText());
        clock.passDue(dueOn);
        sweep.sweep();
        assertEquals(List.of(0, 0, 1), world.counts("n", "provisional", "unresolved"));
        assertTrue(World.queue(REVIEWER).contains(forecast.question()));
    }

    /** Nobody is asked about what no forecast stands on. */
    @Test
    void reopenedWithoutAForecastItIsWithdrawnAndInNoQueue() {
        var forecast = world.dueForecast().publish();
        World.resolve(forecast, "YES");
        World.withdraw(forecast.id()).then().statusCode(201);
        World.reopen(forecast.question()).then().statusCode(201).body("status", equalTo("WITHDRAWN"));
        assertFalse(World.queue(REVIEWER).contains(forecast.question()));
        world.forecast().joining(forecast.question()).publish();
        assertEquals("OPEN", World.get("questions/" + forecast.question()).getString("status"));
    }

    /** Before the due date nothing is settled by a shrug. */
    @ParameterizedTest
    @CsvSource({ "YES, evidence", "NO, evidence", "VOID, evidence", "NOT_YET, evidence" })
    void beforeTheDueDateAVerdictNeedsEvidence(String outcome, String field) {
        var forecast = world.forecast().publish();
        as(REVIEWER).body(Map.of("outcome", outcome, "note", "So it seems.")).post(verdicts(forecast)).then().statusCode(422)
                .body("violations.field", contains(field));
    }

    @Test
    void notYetPutsTheQuestionOffAndAsksAgain() {
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        assertTrue(World.queue(REVIEWER).contains(forecast.question()));
        String before = world.scorecardText();
        LocalDate recheckOn = clock.today().plusDays(5);

        as(REVIEWER).body(Map.of("outcome", "NOT_YET", "recheckOn", recheckOn.toString())).post(verdicts(forecast)).then()
                .statusCode(201).body("status", equalTo("OPEN")).body("due", equalTo(true)).body("outcome", nullValue());
        assertEquals(before, world.scorecardText());
        assertFalse(World.queue(REVIEWER).contains(forecast.question()));

        clock.set(recheckOn.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
        sweep.sweep();
        assertFalse(World.queue(REVIEWER).contains(forecast.question()));
        assertEquals(List.of(), askedFor(recheckOn, forecast));

        clock.set(recheckOn.atStartOfDay(ZoneOffset.UTC).toInstant());
        assertTrue(World.queue(REVIEWER).contains(forecast.question()));
        sweep.sweep();
        assertEquals(List.of(recheckOn + " 0 SENT"), askedFor(recheckOn, forecast));
    }

    @Test
    void notYetWithoutADateIsThirtyDaysOff() {
        var forecast = world.dueForecast().publish();
        as(REVIEWER).body(World.verdict("NOT_YET")).post(verdicts(forecast)).then().statusCode(201);
        LocalDate again = clock.today().plusDays(30);
        anonymous().get("/api/v1/questions/" + forecast.question() + "/history").then().body("items[-1].data.recheckOn",
                equalTo(again.toString()));
        anonymous().accept("text/html").get("/questions/" + forecast.question()).then()
                .body(containsString("said “not yet” once;"),
                        containsString("to be asked again on " + Formats.date(again)));
    }

    private List<String> askedFor(LocalDate date, World.Forecast forecast) {
        return World.asked(forecast.question(), REVIEWER).stream().filter(one -> one.startsWith(date.toString())).toList();
    }

    private static ValidatableResponse shown(World.Forecast forecast) {
        return anonymous().get("/api/v1/forecasts/" + forecast.id()).then().statusCode(200);
    }

    private ValidatableResponse scorecard(String query) {
        return anonymous().get("/api/v1/authors/" + world.author() + "/scorecard" + query).then().statusCode(200);
    }

    private ValidatableResponse board() {
        return anonymous().get("/api/v1/leaderboard?minimum=1&topic=" + world.name).then().statusCode(200);
    }

    private static String verdicts(World.Forecast forecast) {
        return "/api/v1/questions/" + forecast.question() + "/verdicts";
    }
}
