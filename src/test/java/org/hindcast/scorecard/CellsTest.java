package org.hindcast.scorecard;

import static org.hindcast.World.REVIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.hindcast.score.Lexicon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Sums that are kept up by every change equal those made anew of what the API shows. */
@QuarkusTest
class CellsTest {

    private static final int STEPS = 30;

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
    @CsvSource(delimiter = '|', textBlock = """
            STATED   |        |     | YES | n 1, hits 1
            STATED   |        |     | NO  | n 1
            WORDED   | likely | YES | YES | n 1, hits 1
            WORDED   | likely | NO  | YES | n 1, hits 1
            WORDED   | likely | NO  | NO  | n 1
            ASSERTED |        | YES | YES | calls.n 1, calls.hits 1
            ASSERTED |        | NO  | YES | calls.n 1
            ASSERTED |        | NO  | NO  | calls.n 1, calls.hits 1
            BET      |        | NO  | NO  | calls.n 1, calls.hits 1
            HEDGED   |        | YES | YES | hedged 1
            STATED   |        |     | VOID | void 1
            BET      |        | YES | VOID | void 1
            HEDGED   |        | YES | VOID | hedged 1
            """)
    void whatABasisAddsToTheScorecard(String basis, String phrase, String stance, String outcome, String counted) {
        World.Draft draft = world.dueForecast();
        if (phrase != null) {
            draft.without("probability").worded(phrase, stance);
        } else if (stance != null) {
            draft.words(basis, stance);
        }
        World.Forecast forecast = draft.publish();
        String before = world.scorecardText();
        assertEquals(basis.equals("HEDGED") ? "hedged 1" : "unresolved 1", counted());
        World.resolve(forecast, outcome);
        assertEquals(counted, counted());
        World.reopen(forecast.question()).then().statusCode(201);
        assertEquals(before, world.scorecardText());
        World.resolve(forecast, outcome);
        World.withdraw(forecast.id()).then().statusCode(201);
        assertEquals("withdrawn 1", counted());
    }

    /** Whether its own number was 0.25 or its words said so. */
    @Test
    void wordsAreReadAsTheLexiconSaysAndFromTheOtherSideForNo() {
        World.resolve(world.dueForecast().worded("likely", "NO").without("probability").publish(), "NO");
        assertEquals(0.0625, world.scorecard().getDouble("brier"), 1e-9);
        assertEquals(List.of(0.25f), world.scorecard().getList("levels.p"));
    }

    @Test
    void ofSeveralForecastsOnOneQuestionTheFirstCounts() {
        World.Forecast first = world.dueForecast().probability(0.9).publish();
        World.Forecast later = world.dueForecast().probability(0.1).joining(first.question())
                .with("madeOn", clock.today().minusDays(5).toString()).publish();
        World.resolve(first, "YES");
        assertEquals(List.of(1, 1), world.counts("n", "hits"));
        assertEquals(List.of(0.9f), world.scorecard().getList("levels.p"));
        World.withdraw(first.id()).then().statusCode(201);
        assertEquals(List.of(0.1f), world.scorecard().getList("levels.p"));
        World.withdraw(later.id()).then().statusCode(201);
        assertEquals("withdrawn 2", counted());
        assertEquals(0, check.check().differing());
    }

    @Test
    void scopesAddUpToTheWholeRecord() {
        List<String> topics = List.of("economy", "politics", "");
        LocalDate now = clock.today();
        for (int i = 0; i < 12; i++) {
            World.Draft draft = world.forecast().due(now.minusDays(3 + 31 * (i % 4))).probability(i / 12.0);
            draft.with("topics", i % 3 == 2 ? List.of() : List.of(topics.get(i % 3), "prices"))
                    .with("madeOn", now.minusDays(200).toString()).with("undated", i % 2 == 0);
            World.resolve(draft.publish(), i % 5 == 0 ? "YES" : "NO");
        }
        int byTopic = 0;
        for (String topic : List.of("economy", "politics")) {
            byTopic += scoped("topic=" + topic).getInt("n");
        }
        assertEquals(8, byTopic);
        assertEquals(0, scoped("topic=prices").getInt("n"), "a forecast is scored under its first topic only");
        int byMonth = 0;
        for (int month = 0; month < 7; month++) {
            String name = now.minusMonths(month).toString().substring(0, 7);
            byMonth += scoped("from=" + name + "&to=" + name).getInt("n");
        }
        assertEquals(12, byMonth);
        assertEquals(12, scoped("").getInt("n"));
        assertEquals(6, scoped("undated=exclude").getInt("n"));
        assertEquals(6, scoped("").getInt("undated"));
    }

    /** After each of many changes, in an order that nobody thought of. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void anySequenceOfChangesLeavesTheSumsOfWhatIsShown(long seed) {
        Random random = new Random(seed);
        List<World.Forecast> forecasts = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (forecasts.size() < 4 || random.nextInt(5) == 0) {
                forecasts.add(random(random, forecasts).publish());
                done.add("published");
            } else {
                World.Forecast one = forecasts.get(random.nextInt(forecasts.size()));
                done.add(change(random, one, forecasts));
            }
            assertEquals(expected(), shown(), () -> "after " + done);
        }
        assertEquals(0, check.check().differing());
    }

    private World.Draft random(Random random, List<World.Forecast> forecasts) {
        World.Draft draft = world.forecast().due(clock.today().plusDays(random.nextInt(9) - 6))
                .topic("topic-" + random.nextInt(3))
                .with("madeOn", clock.today().minusDays(10 + random.nextInt(100)).toString())
                .with("undated", random.nextBoolean());
        String stance = random.nextBoolean() ? "YES" : "NO";
        switch (random.nextInt(5)) {
            case 0 -> draft.without("probability").worded(random.nextBoolean() ? "likely" : "highly-unlikely", stance);
            case 1 -> draft.words("ASSERTED", stance);
            case 2 -> draft.words("HEDGED", stance);
            default -> draft.probability(random.nextInt(11) / 10.0);
        }
        return !forecasts.isEmpty() && random.nextInt(4) == 0
                ? draft.joining(forecasts.get(random.nextInt(forecasts.size())).question())
                : draft;
    }

    private String change(Random random, World.Forecast one, List<World.Forecast> forecasts) {
        World.Forecast two = forecasts.get(random.nextInt(forecasts.size()));
        int what = random.nextInt(16);
        int status = switch (what) {
            case 0, 1, 2, 3 -> World.decide(one.question(), REVIEWER, "YES").statusCode();
            case 4, 5, 6 -> World.decide(one.question(), REVIEWER, "NO").statusCode();
            case 7 -> World.decide(one.question(), REVIEWER, "VOID").statusCode();
            case 8, 9 -> World.reopen(one.question()).statusCode();
            case 10 -> World.withdraw(one.id()).statusCode();
            case 11 -> World.correct(one.id(), Map.of("topics", List.of("topic-9"))).statusCode();
            case 12 -> World.correct(one.id(), Map.of("criteria", Map.of("dueOn", clock.today().plusDays(random.nextInt(9) - 4)
                    .toString()))).statusCode();
            case 13 -> World.correct(one.id(), Map.of("question", two.question())).statusCode();
            case 14 -> World.correct(one.id(), Map.of("basis", "STATED", "probability", 0.5)).statusCode();
            default -> {
                clock.passDue(clock.today());
                sweep.sweep();
                yield 200;
            }
        };
        assertEquals(true, status < 500, what + " answered " + status);
        return what + " " + status;
    }

    /** Made of the forecasts as the API shows them, with no regard to cells. */
    private Map<String, Object> expected() {
        List<Map<String, Object>> forecasts = World.all("forecasts?author=" + world.author(), REVIEWER);
        Map<Object, Object> first = new HashMap<>();
        forecasts.stream().filter(one -> !one.get("status").equals("WITHDRAWN") && !one.get("basis").equals("HEDGED"))
                .sorted(Comparator.comparing((Map<String, Object> one) -> (String) one.get("madeOn"))
                        .thenComparing(one -> (String) one.get("id")))
                .forEach(one -> first.putIfAbsent(one.get("question"), one.get("id")));
        Map<String, Object> sums = zeros();
        for (Map<String, Object> one : forecasts) {
            count(one, one.get("id").equals(first.get(one.get("question"))), sums);
        }
        return sums;
    }

    private static void count(Map<String, Object> one, boolean isFirst, Map<String, Object> sums) {
        boolean call = List.of("ASSERTED", "BET").contains(one.get("basis"));
        if (one.get("status").equals("WITHDRAWN")) {
            add(sums, "withdrawn", 1);
            return;
        }
        add(sums, "undated", one.get("undated").equals(true) ? 1 : 0);
        if (one.get("basis").equals("HEDGED")) {
            add(sums, "hedged", 1);
        } else if (!isFirst) {
            return;
        } else if (one.get("outcome") == null) {
            add(sums, "unresolved", 1);
        } else if (one.get("provisional").equals(true)) {
            add(sums, "provisional", 1);
        } else if (one.get("outcome").equals("VOID")) {
            add(sums, "void", 1);
        } else if (call) {
            add(sums, "calls.n", 1);
            add(sums, "calls.hits", one.get("outcome").equals(one.get("stance")) ? 1 : 0);
        } else {
            boolean yes = one.get("outcome").equals("YES");
            int p = one.get("probability") != null ? Math.round(((Number) one.get("probability")).floatValue() * 1000)
                    : Lexicon.standard().perMille((String) one.get("phrase")).orElseThrow();
            p = "NO".equals(one.get("stance")) ? 1000 - p : p;
            add(sums, "n", 1);
            add(sums, "hits", yes ? 1 : 0);
            add(sums, "squares", yes ? (1000 - p) * (1000 - p) : p * p);
        }
    }

    private Map<String, Object> shown() {
        JsonPath scorecard = world.scorecard();
        Map<String, Object> shown = zeros();
        shown.replaceAll((name, zero) -> name.equals("squares") ? squares(scorecard) : scorecard.getInt(name));
        return shown;
    }

    private static int squares(JsonPath scorecard) {
        return scorecard.get("brier") == null ? 0
                : (int) Math.round(scorecard.getDouble("brier") * scorecard.getInt("n") * 1_000_000 / 10) * 10;
    }

    private static Map<String, Object> zeros() {
        Map<String, Object> zeros = new TreeMap<>();
        List.of("n", "hits", "squares", "calls.n", "calls.hits", "void", "hedged", "undated", "unresolved", "withdrawn",
                "provisional").forEach(name -> zeros.put(name, 0));
        return zeros;
    }

    private static void add(Map<String, Object> sums, String name, int more) {
        sums.merge(name, more, (a, b) -> (Integer) a + (Integer) b);
    }

    /** The counts of the scorecard that are not zero. */
    private String counted() {
        JsonPath scorecard = world.scorecard();
        return List.of("n", "hits", "calls.n", "calls.hits", "void", "hedged", "unresolved", "withdrawn", "provisional")
                .stream()
                .filter(name -> scorecard.getInt(name) != 0).map(name -> name + " " + scorecard.getInt(name))
                .reduce((a, b) -> a + ", " + b).orElse("nothing");
    }

    private JsonPath scoped(String query) {
        return World.get("authors/" + world.author() + "/scorecard" + (query.isEmpty() ? "" : "?" + query));
    }
}
