package org.hindcast.scorecard;

import static org.hindcast.World.ADMIN;
import static org.hindcast.World.REVIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hindcast.AtOnce;
import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Many at once: nothing is counted twice, nothing is lost, nobody waits in a circle. */
@QuarkusTest
class ConcurrencyTest {

    private static final int THREADS = 8;
    /** A thousand was run as well. */
    private static final int QUESTIONS = Integer.getInteger("tests.questions", 200);
    private static final int REVIEWERS = 10;
    private static final int STEPS = 30;
    /** Of {@link #happen}: all there are, as often as the other; and what gets in the way of forecasts that move. */
    private static final int[] ALL = IntStream.range(0, 20).toArray();
    private static final int[] MOVES = { 0, 6, 11, 14, 15, 16, 16, 16, 16, 18, 19 };

    @Inject
    TestClock clock;
    @Inject
    CellCheck check;
    @Inject
    ReminderSweep sweep;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @Test
    void eightThreadsResolveManyQuestionsOfOneAuthor() throws Exception {
        world.piece();
        List<World.Forecast> forecasts = Collections.synchronizedList(new ArrayList<>());
        AtOnce.run(THREADS, thread -> {
            for (int i = thread; i < QUESTIONS; i += THREADS) {
                forecasts.add(world.dueForecast().probability(i % 11 / 10.0).publish());
            }
            return null;
        });
        List<World.Forecast> all = List.copyOf(forecasts);
        AtOnce.run(THREADS, thread -> {
            for (int i = thread; i < QUESTIONS; i += THREADS) {
                World.decide(all.get(i).question(), i % 2 == 0 ? REVIEWER : ADMIN, i % 3 == 0 ? "YES" : "NO").then()
                        .statusCode(201);
            }
            return null;
        });
        assertEquals(List.of(QUESTIONS, (QUESTIONS + 2) / 3, 0), world.counts("n", "hits", "unresolved"));
        assertEquals(0, check.check().differing());
    }

    @Test
    void tenReviewersOnOneQuestionMakeOneResolution() throws Exception {
        World.Forecast forecast = world.dueForecast().publish();
        List<String> reviewers = IntStream.range(0, REVIEWERS).mapToObj(i -> world.reviewer("reviewer" + i)).toList();
        List<Integer> statuses = AtOnce.together(REVIEWERS,
                i -> World.decide(forecast.question(), reviewers.get(i), i % 2 == 0 ? "YES" : "NO").statusCode());
        reviewers.forEach(reviewer -> World.activate(reviewer, false));

        assertEquals(1, Collections.frequency(statuses, 201), statuses::toString);
        assertEquals(REVIEWERS - 1, Collections.frequency(statuses, 409), statuses::toString);
        assertEquals(List.of("1"), inForce(forecast));
        assertEquals(List.of(1), world.counts("n"));
        assertEquals(0, check.check().differing());
    }

    /** Two authors on shared questions; everything that can happen to them, by everybody, in any order. */
    @Test
    void whateverHappensAtOnceTheCellsAddUp() throws Exception {
        happenAtOnce(12, ALL);
    }

    /** Who corrects second finds the forecast on a question that he does not hold. */
    @Test
    void forecastsThatMoveAtOnceAreCountedOnce() throws Exception {
        happenAtOnce(4, MOVES);
    }

    private void happenAtOnce(int questions, int[] what) throws Exception {
        World other = new World(clock);
        List<World.Forecast> forecasts = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < questions; i++) {
            World.Forecast first = (i % 3 == 0 ? world.forecast() : world.dueForecast()).publish();
            forecasts.add(first);
            forecasts.add(other.forecast().words("ASSERTED", "NO").joining(first.question()).publish());
        }
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        AtOnce.run(THREADS, thread -> {
            Random random = new Random(thread);
            for (int step = 0; step < STEPS; step++) {
                World.Forecast one = forecasts.get(random.nextInt(forecasts.size()));
                World.Forecast two = forecasts.get(random.nextInt(forecasts.size()));
                int next = what[random.nextInt(what.length)];
                int status = happen(next, one, two, random, thread, forecasts, random.nextBoolean() ? world : other);
                if (status >= 500) {
                    failures.add(next + " answered " + status);
                }
            }
            return null;
        });
        assertEquals(List.of(), failures);
        assertEquals(0, check.check().differing());
        for (World.Forecast forecast : forecasts) {
            String resolved = World.get("questions/" + forecast.question()).getString("status");
            assertEquals(List.of(resolved.equals("RESOLVED") ? "1" : "0"), inForce(forecast));
        }
    }

    private int happen(int what, World.Forecast one, World.Forecast two, Random random, int thread,
            List<World.Forecast> forecasts, World author) {
        String reviewer = thread % 2 == 0 ? REVIEWER : ADMIN;
        return switch (what) {
            case 0, 1, 2, 3, 4, 5 -> World.decide(one.question(), reviewer, "YES").statusCode();
            case 6, 7, 8 -> World.decide(one.question(), reviewer, "NO").statusCode();
            case 9 -> World.decide(one.question(), reviewer, "VOID").statusCode();
            case 10 -> World.decide(one.question(), reviewer, "NOT_YET").statusCode();
            case 11, 12, 13 -> World.reopen(one.question()).statusCode();
            case 14 -> World.correct(one.id(), Map.of("topics", List.of("topic-" + random.nextInt(3)))).statusCode();
            case 15 -> World.correct(one.id(), Map.of("criteria",
                    Map.of("dueOn", clock.today().plusDays(random.nextInt(7) - 3).toString()))).statusCode();
            case 16 -> World.correct(one.id(), Map.of("question", two.question())).statusCode();
            case 17 -> random.nextInt(4) > 0 ? 200 : World.withdraw(one.id()).statusCode();
            case 18 -> {
                sweep.sweep();
                yield 200;
            }
            default -> {
                var sent = author.forecast().probability(random.nextInt(11) / 10.0).joining(one.question())
                        .with("publish", true)
                        .send();
                if (sent.statusCode() == 201) {
                    forecasts.add(new World.Forecast(sent.path("id"), sent.path("question")));
                }
                yield sent.statusCode();
            }
        };
    }

    private static List<String> inForce(World.Forecast forecast) throws Exception {
        return Database.asService("select count(*) from resolution where ended_at is null and question_id = '"
                + forecast.question() + "'");
    }
}
