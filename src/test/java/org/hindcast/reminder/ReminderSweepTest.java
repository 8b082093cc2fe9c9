package org.hindcast.reminder;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import io.restassured.response.ValidatableResponse;

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
    void whoIsShutOutIsReplacedByTheNextSweep() {
        String first = reviewer("first", Map.of());
        String second = reviewer("second", Map.of());
        World.activate(second, false);
        var forecast = due();
        sweep.sweep();
        assertEquals(1, World.asked(forecast.question(), first).size());
        World.activate(second, true);
        World.activate(first, false);
        sweep.sweep();
        assertEquals(1, World.asked(forecast.question(), second).size());
        assertEquals(1, World.asked(forecast.question(), first).size());
    }

    @Test
    void whoDoesNotAnswerIsFollowedByTheNextAndThenByTheAdmins() {
        String first = reviewer("first", Map.of());
        reviewer("second", Map.of());
        var forecast = due();
        for (int day = 0; day <= 22; day++) {
            sweep.sweep();
            clock.advance(Duration.ofDays(1));
        }
        List<String> all = World.all("reminders?question=" + forecast.question(), ADMIN).stream()
                .map(one -> ((String) one.get("reviewer")).replace(world.name + "-", "") + " " + one.get("step")).sorted()
                .toList();
        assertEquals(Set.of("first 0", "first 1", "first 2", "second 0", "second 1", "second 2"),
                all.stream().filter(one -> !one.startsWith("admin")).collect(Collectors.toSet()));
        assertTrue(all.contains("admin 0"), all::toString);
        assertFalse(World.queue(first).contains(forecast.question()));
        assertTrue(queue(first, "OTHERS").contains(forecast.question()), "they may still answer");
        assertEquals(List.of(), World.asked(forecast.question(), World.EDITOR));
    }

    @Test
    void theThirdNotYetAsksTheAdminsAtOnceToApplyWhatSilenceMeans() {
        String first = reviewer("first", Map.of());
        var forecast = due();
        for (int i = 0; i < 2; i++) {
            World.decide(forecast.question(), first, "NOT_YET").then().statusCode(201);
        }
        sweep.sweep();
        assertEquals(List.of(), World.asked(forecast.question(), ADMIN));
        World.decide(forecast.question(), first, "NOT_YET").then().statusCode(201);
        sweep.sweep();
        assertEquals(List.of(clock.today() + " 0 SENT"), World.asked(forecast.question(), ADMIN));
        World.decide(forecast.question(), ADMIN, "NO").then().statusCode(201);
    }

    @Test
    void whoPutsItOffIsNotAskedAndDoesNotSeeItUntilThen() {
        String first = reviewer("first", Map.of("email", "reviewer@example.org"));
        var forecast = due();
        sweep.sweep();
        String was = clock.today().minusDays(1) + " 0 CANCELLED";
        LocalDate until = clock.today().plusDays(10);
        snooze(forecast, first, clock.today()).statusCode(422).body("violations.field", hasItem("until"));
        snooze(forecast, first, clock.today().plusDays(31)).statusCode(422);
        snooze(forecast, ADMIN, until).statusCode(409);
        snooze(forecast, first, until).statusCode(201);
        assertEquals(List.of(was), World.asked(forecast.question(), first));
        assertFalse(World.queue(first).contains(forecast.question()));
        clock.set(until.atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
        sweep.sweep();
        assertEquals(List.of(was), World.asked(forecast.question(), first));
        clock.advance(Duration.ofMillis(1));
        sweep.sweep();
        assertEquals(List.of(was, was.replace("0 CANCELLED", "1 READY")), World.asked(forecast.question(), first));
        assertTrue(World.queue(first).contains(forecast.question()));
    }

    @Test
    void aTurnIsHandedOver() {
        String first = reviewer("first", Map.of("email", "reviewer@example.org"));
        String second = world.reviewer("second");
        reviewers.add(second);
        var forecast = due();
        sweep.sweep();
        handOver(forecast, first, first).statusCode(422).body("violations.field", hasItem("to"));
        handOver(forecast, first, "nobody-here").statusCode(422);
        handOver(forecast, first, World.EDITOR).statusCode(422);
        handOver(forecast, second, REVIEWER).statusCode(409);
        assertEquals(List.of("ME", "ANYBODY"), queues(forecast, first));
        assertEquals(List.of("OTHERS", "ANYBODY"), queues(forecast, second));
        handOver(forecast, first, second).statusCode(201);
        sweep.sweep();
        assertEquals(List.of("OTHERS", "ANYBODY"), queues(forecast, first));
        assertEquals(List.of("ME", "ANYBODY"), queues(forecast, second));
        String day = clock.today().minusDays(1).toString();
        assertEquals(List.of(day + " 0 CANCELLED"), World.asked(forecast.question(), first));
        assertEquals(List.of(day + " 0 SENT"), World.asked(forecast.question(), second));
        handOver(forecast, ADMIN, second).statusCode(422);
        handOver(forecast, ADMIN, REVIEWER).statusCode(201);
        sweep.sweep();
        assertEquals(List.of(day + " 0 SENT"), World.asked(forecast.question(), REVIEWER));
    }

    @Test
    void whatIsNobodysTurnYetAsksEverybody() {
        String first = reviewer("first", Map.of());
        var forecast = due();
        assertEquals(List.of("ME", "ANYBODY"), queues(forecast, first));
        assertEquals(List.of("ME", "ANYBODY"), queues(forecast, REVIEWER));
        as(first).get("/api/v1/reviews?asked=everybody").then().statusCode(422).body("violations.field", hasItem("asked"));
    }

    /** Those in which the question is. */
    private static List<String> queues(World.Forecast forecast, String reviewer) {
        assertEquals(World.queue(reviewer), queue(reviewer, "ME"));
        return Stream.of("ME", "OTHERS", "ANYBODY").filter(asked -> queue(reviewer, asked).contains(forecast.question()))
                .toList();
    }

    private static List<Object> queue(String reviewer, String asked) {
        return World.all("reviews?asked=" + asked, reviewer).stream().map(question -> question.get("id")).toList();
    }

    private World.Forecast due() {
        return world.dueForecast().topic(world.name).publish();
    }

    private static ValidatableResponse snooze(World.Forecast forecast, String who, LocalDate until) {
        return as(who).body(Map.of("until", until.toString())).post("/api/v1/questions/" + forecast.question() + "/snoozes")
                .then();
    }

    private static ValidatableResponse handOver(World.Forecast forecast, String who, String to) {
        return as(who).body(Map.of("to", to)).post("/api/v1/questions/" + forecast.question() + "/hand-overs").then();
    }

    @Test
    void newCriteriaAskAnewAndCancelWhatIsNotSent() {
        String mailed = reviewer("mailed", Map.of("email", "reviewer@example.org"));
        var forecast = due();
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
    }

    @ParameterizedTest
    @ValueSource(strings = { "resolved", "withdrawn" })
    void whatIsNoLongerDueIsNotSent(String how) {
        String mailed = reviewer("mailed", Map.of("email", "reviewer@example.org"));
        var forecast = due();
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
        var forecast = due();
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
                select count(distinct (q.id, r.step)) from reminder r join question q on q.id = r.question_id
                where q.key like :name""")
                .setParameter("name", world.name + "-%").getSingleResult();
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update question set status = 'WITHDRAWN', ask_at = null where key like :name")
                    .setParameter("name", world.name + "-%").executeUpdate();
            database.createNativeQuery("update assignment set ended_at = since, ended_because = 'MOVED' where ended_at is null"
                    + " and question_id in (select id from question where key like :name)")
                    .setParameter("name", world.name + "-%").executeUpdate();
        });
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
        World.knows(reviewer, world.name);
        reviewers.add(reviewer);
        return reviewer;
    }
}
