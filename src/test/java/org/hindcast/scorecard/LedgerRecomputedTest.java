package org.hindcast.scorecard;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.scorecard.Arithmetic.One;
import org.hindcast.scorecard.LedgerByHand.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;

/**
 * What API and pages say of the shipped ledger's authors, against a recomputation from the files with arithmetic of its own.
 */
@QuarkusTest
class LedgerRecomputedTest {

    private static final double EXACT = 1e-9;
    private static final double SHOWN = 0.0005 + 1e-9;

    @Inject
    TestClock clock;
    @Inject
    CellCheck check;

    private List<Said> ledger;
    private Instant now;

    @BeforeEach
    void read() throws IOException {
        assertEquals(0, check.check().differing());
        now = clock.instant();
        ledger = LedgerByHand.read();
        assertTrue(ledger.size() > 200, "read only " + ledger.size() + " forecasts");
    }

    @Test
    void everyAuthorsScorecard() {
        byAuthor(said -> true).forEach((author, own) -> compare(author, "", own));
    }

    @Test
    void everyTopicAndEveryYear() {
        byAuthor(said -> true).forEach((author, own) -> {
            own.stream().collect(Collectors.groupingBy(Said::topic))
                    .forEach((topic, some) -> compare(author, "?topic=" + topic, some));
            own.stream().collect(Collectors.groupingBy(said -> said.month().getYear()))
                    .forEach((year, some) -> compare(author, "?from=%d-01&to=%d-12".formatted(year, year), some));
        });
    }

    @Test
    void withoutTheUndated() {
        byAuthor(said -> !said.undated()).forEach((author, own) -> compare(author, "?undated=exclude", own));
    }

    @Test
    void levelsAndDiscrimination() {
        byAuthor(said -> true).forEach((author, own) -> {
            List<One> scored = scored(own);
            JsonPath card = card(author, "");
            Map<Double, List<One>> levels = scored.stream().collect(Collectors.groupingBy(One::p, TreeMap::new,
                    Collectors.toList()));
            assertEquals(levels.size(), card.getList("levels").size(), author);
            int i = 0;
            for (Map.Entry<Double, List<One>> level : levels.entrySet()) {
                String at = "levels[%d].".formatted(i++);
                assertEquals(level.getKey(), card.getDouble(at + "p"), EXACT, author);
                assertEquals(level.getValue().size(), card.getInt(at + "n"), author);
                assertEquals(level.getValue().stream().mapToInt(One::y).sum(), card.getInt(at + "hits"), author);
            }
            if (!scored.isEmpty()) {
                Arithmetic hand = new Arithmetic(scored);
                assertEquals(hand.miscalibration(), card.getDouble("corp.mcb"), EXACT, author);
                if (hand.baseRate() > 0 && hand.baseRate() < 1) {
                    assertEquals(hand.auc(), card.getDouble("auc.value"), EXACT, author);
                    assertEquals(1 - hand.brier() / (hand.baseRate() * (1 - hand.baseRate())), card.getDouble("skill.baseRate"),
                            EXACT, author);
                }
            }
        });
    }

    @Test
    void pagesSayTheSame() {
        byAuthor(said -> true).forEach((author, own) -> {
            String page = page("/authors/" + author);
            List<One> scored = scored(own);
            List<Said> calls = own.stream().filter(said -> said.state(now).equals("CALL")).toList();
            List<String> figures = all(page, "<p class=\"figure\">([^<]*) <small>");
            if (scored.isEmpty()) {
                assertEquals("Not yet", figures.get(0), author);
            } else {
                assertEquals(new Arithmetic(scored).brier(), Double.parseDouble(figures.get(0)), SHOWN, author);
            }
            if (calls.isEmpty()) {
                assertEquals("Not yet", figures.get(1), author);
            } else {
                double rate = calls.stream().filter(Said::calledRight).count() / (double) calls.size();
                assertEquals(100 * rate, Double.parseDouble(figures.get(1).replace("\u00a0%", "")), 0.05 + EXACT, author);
            }
            assertEquals(own.size(), Integer.parseInt(figures.get(2)), author);
            assertEquals(scored.stream().collect(Collectors.groupingBy(One::p, TreeMap::new, Collectors.toList())).entrySet()
                    .stream().map(level -> "%s %d %d".formatted(level.getKey(), level.getValue().size(),
                            level.getValue().stream().mapToInt(One::y).sum()))
                    .toList(), all(page, "<tr data-p=\"([^\"]+)\" data-n=\"(\\d+)\" data-hits=\"(\\d+)\""), author);
            years(author, own, page);
        });
    }

    private void years(String author, List<Said> own, String page) {
        Map<Integer, List<Said>> years = own.stream().filter(said -> List.of("SCORED", "CALL").contains(said.state(now)))
                .collect(Collectors.groupingBy(said -> said.month().getYear(), TreeMap::new, Collectors.toList()));
        Matcher rows = Pattern
                .compile("<tr data-year=\"(\\d+)\" data-n=\"(\\d+)\" data-brier=\"([^\"]*)\" .*? data-running=\"([^\"]*)\"")
                .matcher(page);
        List<One> sofar = new ArrayList<>();
        for (Map.Entry<Integer, List<Said>> year : years.entrySet()) {
            assertTrue(rows.find(), author + " " + year.getKey());
            List<One> scored = scored(year.getValue());
            sofar.addAll(scored);
            assertEquals(year.getKey(), Integer.valueOf(rows.group(1)), author);
            assertEquals(scored.size(), Integer.parseInt(rows.group(2)), author);
            if (scored.isEmpty()) {
                assertEquals("", rows.group(3), author);
            } else {
                assertEquals(new Arithmetic(scored).brier(), Double.parseDouble(rows.group(3)), EXACT, author);
                assertEquals(new Arithmetic(sofar).brier(), Double.parseDouble(rows.group(4)), EXACT, author);
            }
        }
        assertTrue(!rows.find(), author);
    }

    /** The best and the worst, up to the order of equals. */
    @Test
    void theBestAndTheWorstAreThose() {
        byAuthor(said -> true).forEach((author, own) -> {
            List<Double> scores = scored(own).stream().map(One::brier).sorted().toList();
            String page = page("/authors/" + author);
            assertEquals(scores.size() >= 6, page.contains("<h2>Best forecasts</h2>"), author);
            if (scores.size() >= 6) {
                assertShown(scores.subList(0, 3), page.replaceAll("(?s).*<h2>Best forecasts</h2>(.*?)</ul>.*", "$1"), author);
                assertShown(scores.stream().sorted(Comparator.reverseOrder()).limit(3).toList(),
                        page.replaceAll("(?s).*<h2>Worst forecasts</h2>(.*?)</ul>.*", "$1"), author);
            }
        });
    }

    /** Every scored forecast's page has its arithmetic, and what it moved. */
    @Test
    void everyForecastsArithmetic() {
        for (Map.Entry<String, List<Said>> one : byAuthor(said -> true).entrySet()) {
            Map<String, String> ids = ids(one.getKey());
            List<One> all = scored(one.getValue());
            for (Said said : one.getValue()) {
                if (said.state(now).equals("SCORED")) {
                    String page = page("/forecasts/" + ids.get(said.made() + said.statement()));
                    One own = new One(said.p(), said.yes() ? 1 : 0);
                    Matcher sum = Pattern.compile("\\(p − y\\)² = \\(([\\d.]+) − ([01])\\)² = ([\\d.]+)").matcher(page);
                    assertTrue(sum.find(), said.toString());
                    assertEquals(own.p(), Double.parseDouble(sum.group(1)), SHOWN, said.toString());
                    assertEquals(own.y(), Integer.parseInt(sum.group(2)), said.toString());
                    assertEquals(own.brier(), Double.parseDouble(sum.group(3)), SHOWN, said.toString());
                    if (all.size() > 1) {
                        moved(page, all, own, said);
                    }
                }
            }
        }
    }

    private static void moved(String page, List<One> all, One own, Said said) {
        Matcher moved = Pattern
                .compile("score is ([\\d.]+) over (\\d+) forecasts with it; without it, ([\\d.]+) over (\\d+)\\.")
                .matcher(page);
        assertTrue(moved.find(), said.toString());
        double sum = all.stream().mapToDouble(One::brier).sum();
        assertEquals(sum / all.size(), Double.parseDouble(moved.group(1)), SHOWN, said.toString());
        assertEquals(all.size(), Integer.parseInt(moved.group(2)), said.toString());
        assertEquals((sum - own.brier()) / (all.size() - 1), Double.parseDouble(moved.group(3)), SHOWN, said.toString());
        assertEquals(all.size() - 1, Integer.parseInt(moved.group(4)), said.toString());
    }

    private void compare(String author, String query, List<Said> own) {
        String what = author + query;
        JsonPath card = card(author, query);
        List<One> scored = scored(own);
        assertEquals(scored.size(), card.getInt("n"), what);
        assertEquals(scored.stream().mapToInt(One::y).sum(), card.getInt("hits"), what);
        for (Map.Entry<String, String> count : Map.of("void", "VOID", "hedged", "HEDGED", "unresolved", "UNRESOLVED",
                "provisional", "PROVISIONAL", "revisions", "REVISION").entrySet()) {
            assertEquals(count(own, said -> said.state(now).equals(count.getValue())), card.getLong(count.getKey()),
                    what + " " + count);
        }
        assertEquals(0, card.getInt("withdrawn"), what);
        assertEquals(count(own, Said::undated), card.getLong("undated"), what);
        for (String basis : List.of("STATED", "WORDED")) {
            List<One> some = scored(own.stream().filter(said -> said.basis().equals(basis)).toList());
            assertEquals(some.size(), card.getInt("byBasis." + basis + ".n"), what);
            if (!some.isEmpty()) {
                assertEquals(new Arithmetic(some).brier(), card.getDouble("byBasis." + basis + ".brier"), EXACT, what);
            }
        }
        List<Said> calls = own.stream().filter(said -> said.state(now).equals("CALL")).toList();
        long right = count(calls, Said::calledRight);
        assertEquals(calls.size(), card.getInt("calls.n"), what);
        assertEquals(right, card.getInt("calls.hits"), what);
        if (!calls.isEmpty()) {
            double[] wilson = Arithmetic.wilson(right, calls.size());
            assertEquals(right / (double) calls.size(), card.getDouble("calls.rate"), EXACT, what);
            assertEquals(wilson[0], card.getDouble("calls.wilson.low"), EXACT, what);
            assertEquals(wilson[1], card.getDouble("calls.wilson.high"), EXACT, what);
        }
        if (scored.isEmpty()) {
            assertNull(card.get("brier"), what);
            assertNull(card.get("lexiconRange"), what);
        } else {
            scores(card, new Arithmetic(scored), scored.size(), what);
        }
    }

    private static void scores(JsonPath card, Arithmetic hand, int n, String what) {
        assertEquals(hand.baseRate(), card.getDouble("baseRate"), EXACT, what);
        assertEquals(hand.mean(One::p), card.getDouble("mean"), EXACT, what);
        assertEquals(hand.brier(), card.getDouble("brier"), EXACT, what);
        assertEquals(hand.log(), card.getDouble("log"), EXACT, what);
        assertEquals(hand.spherical(), card.getDouble("spherical"), EXACT, what);
        assertEquals(1 - hand.brier() / 0.25, card.getDouble("skill.coinFlip"), EXACT, what);
        if (card.get("overconfidence") != null) {
            assertEquals(hand.overconfidence(), card.getDouble("overconfidence"), EXACT, what);
        }
        if (n > 1) {
            assertEquals(hand.brierVariance(), card.getDouble("brierVariance"), EXACT, what);
            assertEquals(Math.max(0, hand.brier() - hand.halfWidth()), card.getDouble("brierInterval.low"), 1e-6, what);
            assertEquals(Math.min(1, hand.brier() + hand.halfWidth()), card.getDouble("brierInterval.high"), 1e-6, what);
        }
    }

    private List<One> scored(List<Said> own) {
        return own.stream().filter(said -> said.state(now).equals("SCORED"))
                .map(said -> new One(said.p(), said.yes() ? 1 : 0)).toList();
    }

    private Map<String, List<Said>> byAuthor(Predicate<Said> those) {
        return ledger.stream().filter(those).collect(Collectors.groupingBy(Said::author, TreeMap::new, Collectors.toList()));
    }

    private static long count(List<Said> own, Predicate<Said> those) {
        return own.stream().filter(those).count();
    }

    private static JsonPath card(String author, String query) {
        return given().get("/api/v1/authors/" + author + "/scorecard" + query).then().statusCode(200).extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }

    private static String page(String address) {
        return given().accept("text/html").get(address).then().statusCode(200).extract().asString();
    }

    /** The ids of an author's forecasts, by the day they were made and what they state. */
    private static Map<String, String> ids(String author) {
        return World.all("forecasts?author=" + author, World.ADMIN).stream().collect(Collectors.toMap(
                forecast -> "" + forecast.get("madeOn") + forecast.get("statement"),
                forecast -> (String) forecast.get("id")));
    }

    private static void assertShown(List<Double> scores, String list, String author) {
        List<String> shown = all(list, "Brier ([\\d.]+)");
        assertEquals(scores.size(), shown.size(), author);
        for (int i = 0; i < shown.size(); i++) {
            assertEquals(scores.get(i), Double.parseDouble(shown.get(i)), SHOWN, author);
        }
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> {
            List<String> groups = new ArrayList<>();
            for (int i = 1; i <= match.groupCount(); i++) {
                groups.add(match.group(i));
            }
            return String.join(" ", groups);
        }).toList();
    }
}
