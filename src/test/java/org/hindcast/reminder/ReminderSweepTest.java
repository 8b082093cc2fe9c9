package org.hindcast.reminder;

import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ReminderSweepTest {

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;
    @Inject
    EntityManager database;

    private World world;
    private final List<String> reviewers = new ArrayList<>();

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @AfterEach
    void end() {
        reviewers.forEach(reviewer -> World.activate(reviewer, false));
    }

    /** The first asking is late by as many days as the service was down. */
    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 5, 31 })
    void stepsCountFromTheLaterOfDueAndFirstAsking(int daysDown) {
        LocalDate dueOn = clock.today().plusDays(1);
        var forecast = world.forecast().due(dueOn).publish();
        clock.passDue(dueOn);
        clock.advance(Duration.ofDays(daysDown));

        assertEquals(List.of(dueOn + " 0 SENT"), sweepAndAsked(forecast));
        clock.advance(Duration.ofDays(3).minusMillis(1));
        assertEquals(1, sweepAndAsked(forecast).size());
        clock.advance(Duration.ofMillis(1));
        assertEquals(List.of(dueOn + " 0 SENT", dueOn + " 1 SENT"), sweepAndAsked(forecast));
        clock.advance(Duration.ofDays(4).minusMillis(1));
        assertEquals(2, sweepAndAsked(forecast).size());
        clock.advance(Duration.ofMillis(1));
        assertEquals(List.of(dueOn + " 0 SENT", dueOn + " 1 SENT", dueOn + " 2 SENT"), sweepAndAsked(forecast));
        clock.advance(Duration.ofDays(60));
        assertEquals(3, sweepAndAsked(forecast).size());
    }

    @Test
    void aReviewerWhoComesLaterIsAskedAtTheNextSweep() {
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        String late = reviewer("late", Map.of());
        assertEquals(List.of(), World.asked(forecast.question(), late));
        assertTrue(World.queue(late).contains(forecast.question()));
        sweep.sweep();
        assertEquals(1, World.asked(forecast.question(), late).size());
        assertEquals(1, World.asked(forecast.question(), REVIEWER).size());
    }

    @Test
    void whoIsNotActiveIsNotAskedUntilTheyAreBack() {
        String absent = reviewer("absent", Map.of());
        World.activate(absent, false);
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        assertEquals(List.of(), World.asked(forecast.question(), absent));
        World.activate(absent, true);
        sweep.sweep();
        assertEquals(1, World.asked(forecast.question(), absent).size());
    }

    @Test
    void editorsAreNotAskedAndAdminsAre() {
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        assertEquals(List.of(), World.asked(forecast.question(), World.EDITOR));
        assertEquals(1, World.asked(forecast.question(), ADMIN).size());
    }

    @Test
    void newCriteriaAskAnewAndCancelWhatIsNotSent() {
        String mailed = reviewer("mailed", Map.of("email", "reviewer@example.org"));
        var forecast = world.dueForecast().publish();
        LocalDate was = clock.today().minusDays(1);
        LocalDate is = clock.today().plusDays(9);
        sweep.sweep();
        assertEquals(List.of(was + " 0 READY"), World.asked(forecast.question(), mailed));

        World.correct(forecast.id(), Map.of("criteria", Map.of("dueOn", is.toString()))).then().statusCode(201)
                .body("criteria.dueOn", equalTo(is.toString())).body("due", equalTo(false));
        assertEquals(List.of(was + " 0 CANCELLED"), World.asked(forecast.question(), mailed));
        assertFalse(World.queue(mailed).contains(forecast.question()));

        clock.passDue(is);
        sweep.sweep();
        assertEquals(List.of(was + " 0 CANCELLED", is + " 0 READY"), World.asked(forecast.question(), mailed));
        assertEquals(List.of(was + " 0 SENT", is + " 0 SENT"), World.asked(forecast.question(), REVIEWER));
    }

    @ParameterizedTest
    @ValueSource(strings = { "resolved", "withdrawn" })
    void whatIsNoLongerDueIsNotSent(String how) {
        String mailed = reviewer("mailed", Map.of("email", "reviewer@example.org"));
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        if (how.equals("resolved")) {
            World.resolve(forecast, "YES");
        } else {
            World.withdraw(forecast.id()).then().statusCode(201);
        }
        assertEquals(List.of(clock.today().minusDays(1) + " 0 CANCELLED"), World.asked(forecast.question(), mailed));
        clock.advance(Duration.ofDays(7));
        sweep.sweep();
        assertEquals(1, World.asked(forecast.question(), mailed).size());
    }

    @Test
    void aReopenedQuestionIsAskedAboutAgain() {
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        World.resolve(forecast, "YES");
        clock.advance(Duration.ofDays(1));
        World.reopen(forecast.question()).then().statusCode(201);
        sweep.sweep();
        assertEquals(List.of(clock.today().minusDays(2) + " 0 SENT", clock.today() + " 0 SENT"),
                World.asked(forecast.question(), REVIEWER));
    }

    @Test
    void whoWantsNoMailIsAskedInTheInbox() {
        String quiet = reviewer("quiet", Map.of("email", "reviewer@example.org", "reminders", "NONE"));
        var forecast = world.dueForecast().publish();
        sweep.sweep();
        assertEquals(List.of(clock.today().minusDays(1) + " 0 SENT"), World.asked(forecast.question(), quiet));
    }

    @Test
    void allPagesAreAsked() {
        int questions = 2 * Asking.PAGE + 1;
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("""
                insert into question (id, key, version, question, yes_when, source_of_truth, due_on, time_zone, due_at, status,
                    asked_for, asked_from, ask_at, created_at)
                select gen_random_uuid(), :name || '-' || i, 1, '?', '?', '?', :day, 'UTC', :now, 'OPEN', :day, :now, :now, :now
                from generate_series(1, :questions) i""").setParameter("name", world.name)
                .setParameter("day", clock.today()).setParameter("now", clock.instant()).setParameter("questions", questions)
                .executeUpdate());
        sweep.sweep();
        Object asked = database.createNativeQuery("""
                select count(*) from reminder r join question q on q.id = r.question_id
                join account a on a.id = r.reviewer_id where q.key like :name and a.username = 'reviewer'""")
                .setParameter("name", world.name + "-%").getSingleResult();
        QuarkusTransaction.requiringNew().run(() -> database
                .createNativeQuery("update question set status = 'WITHDRAWN', ask_at = null where key like :name")
                .setParameter("name", world.name + "-%").executeUpdate());
        assertEquals((long) questions, asked);
    }

    private List<String> sweepAndAsked(World.Forecast forecast) {
        sweep.sweep();
        return World.asked(forecast.question(), REVIEWER);
    }

    private String reviewer(String suffix, Map<String, Object> more) {
        String reviewer = world.reviewer(suffix);
        if (!more.isEmpty()) {
            as(ADMIN).body(more).patch("/api/v1/accounts/" + reviewer).then().statusCode(200);
        }
        reviewers.add(reviewer);
        return reviewer;
    }
}
