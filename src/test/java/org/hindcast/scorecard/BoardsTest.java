package org.hindcast.scorecard;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class BoardsTest {

    private static final int FORECASTS = 10;

    @Inject
    TestClock clock;
    @Inject
    BoardSweep sweep;
    @Inject
    Boards boards;
    @Inject
    EntityManager database;

    @AfterEach
    void leaveNothingWaiting() {
        sweep.sweep();
    }

    /** Three authors with ten scored forecasts each on a topic of their own: one good, one like a coin, one bad. */
    private World threeAuthors() {
        World topic = new World(clock);
        for (double said : new double[] { 0.9, 0.5, 0.2 }) {
            World author = new World(clock);
            for (int i = 0; i < FORECASTS; i++) {
                World.resolve(author.dueForecast().topic(topic.name).probability(said).publish(), i < 8 ? "YES" : "NO");
            }
        }
        return topic;
    }

    private static JsonPath board(String query) {
        return anonymous().get("/api/v1/leaderboard?" + query).then().statusCode(200).extract().jsonPath();
    }

    private long waiting(String topic) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database
                .createNativeQuery("select count(*) from board_change where topic = :topic", Long.class)
                .setParameter("topic", topic).getSingleResult());
    }

    @Test
    void whatIsKeptIsWhatIsComputedOnTheSpot() {
        World topic = threeAuthors();
        JsonPath live = board("topic=" + topic.name);
        assertTrue(waiting(topic.name) > 0, "the verdicts say that boards have changed");
        assertTrue(sweep.sweep() >= 2, "the topic's and that of all");
        assertEquals(0, waiting(topic.name));
        JsonPath kept = board("topic=" + topic.name);
        assertEquals(live.getList("items"), kept.getList("items"));
        assertEquals(live.getList("references"), kept.getList("references"));
        assertEquals(live.getMap("tests"), kept.getMap("tests"));
        assertEquals(3, kept.getList("items").size());
        assertEquals(List.of(1, 2, 3), kept.getList("items.rank"));
        assertEquals(List.of("COIN", "BASE_RATE"), kept.getList("references.kind"));
        assertEquals(0, kept.getFloat("references[0].score"));
        assertEquals(0.09f, kept.getFloat("references[1].score"), 1e-6f, "0.8 said of eight in ten");
        assertEquals(0, sweep.sweep(), "nothing has moved since");
    }

    @Test
    void aVerdictIsSeenAtOnceWhereAuthorsAreFew() {
        World topic = threeAuthors();
        sweep.sweep();
        World late = new World(clock);
        World.resolve(late.dueForecast().topic(topic.name).probability(0.7).publish(), "YES");
        assertEquals(List.of("author-" + late.name), board("topic=" + topic.name).getList("unranked.author.slug"));
        sweep.sweep();
        assertEquals(List.of("author-" + late.name), board("topic=" + topic.name).getList("unranked.author.slug"));
    }

    /** The hour is that after which somebody must notice. */
    @Test
    void aBoardThatIsLeftAloneIsNoticed() {
        World topic = threeAuthors();
        sweep.sweep();
        World.resolve(new World(clock).dueForecast().topic(topic.name).publish(), "YES");
        wellness("UP");
        clock.advance(Duration.ofMinutes(61));
        wellness("DOWN");
        sweep.sweep();
        wellness("UP");
        clock.advance(Duration.ofMinutes(61));
        wellness("DOWN");
    }

    private static void wellness(String status) {
        assertEquals(status,
                anonymous().get("/q/health/wellness").jsonPath().getString("checks.find { it.name == 'boards' }.status"));
    }

    @Test
    void aBoardComesPageByPage() {
        World topic = threeAuthors();
        for (int kept = 0; kept < 2; kept++) {
            List<String> slugs = new ArrayList<>();
            JsonPath page = board("topic=" + topic.name + "&limit=2");
            slugs.addAll(page.getList("items.author.slug"));
            JsonPath rest = board("topic=" + topic.name + "&limit=2&cursor=" + page.getString("next"));
            slugs.addAll(rest.getList("items.author.slug"));
            assertNull(rest.getString("next"));
            assertEquals(3, slugs.stream().distinct().count());
            assertEquals(3, rest.getInt("items[0].rank"));
            sweep.sweep();
        }
    }

    /** Whoever was on both boards comes once, although the order has turned round in between. */
    @Test
    void whoReadsOnReadsOnInTheSameBoard() {
        World topic = threeAuthors();
        sweep.sweep();
        String first = "topic=" + topic.name + "&limit=1";
        JsonPath page = board(first);
        List<Object> before = board("topic=" + topic.name).getList("items.author.slug");
        World winner = new World(clock);
        for (int i = 0; i < FORECASTS; i++) {
            World.resolve(winner.dueForecast().topic(topic.name).probability(1).publish(), "YES");
        }
        assertEquals(before.get(0), board(first).get("items[0].author.slug"), "what does not go onto a page waits");
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep();
        assertEquals("author-" + winner.name, board(first).get("items[0].author.slug"), "it has changed");
        String cursor = page.getString("next");
        List<Object> read = new ArrayList<>(page.getList("items.author.slug"));
        while (page.getString("next") != null) {
            page = board(first + "&cursor=" + page.getString("next"));
            read.addAll(page.getList("items.author.slug"));
        }
        assertEquals(before, read);
        clock.advance(Duration.ofMinutes(9));
        sweep.sweep();
        assertEquals(before.get(1), board(first + "&cursor=" + cursor).get("items[0].author.slug"));
        clock.advance(Duration.ofMinutes(2));
        sweep.sweep();
        refused(first + "&cursor=" + cursor);
    }

    /** It is not kept, so one can read on until somebody comes among those who were shown, or leaves. */
    @Test
    void whoReadsABoardOfTheirOwnReadsOnWhileItIsTheSame() {
        World topic = threeAuthors();
        String first = "topic=" + topic.name + "&minimum=9&limit=1";
        String cursor = board(first).getString("next");
        World middling = new World(clock);
        for (int i = 0; i < FORECASTS; i++) {
            World.resolve(middling.dueForecast().topic(topic.name).probability(0.5).publish(), i < 8 ? "YES" : "NO");
        }
        assertEquals(2, board(first + "&cursor=" + cursor).getInt("items[0].rank"), "the first is the same");
        World winner = new World(clock);
        for (int i = 0; i < FORECASTS; i++) {
            World.resolve(winner.dueForecast().topic(topic.name).probability(1).publish(), "YES");
        }
        refused(first + "&cursor=" + cursor);
    }

    @Test
    void aCursorIsOfOneBoard() {
        World topic = threeAuthors();
        World other = threeAuthors();
        sweep.sweep();
        String cursor = board("limit=1&topic=" + topic.name).getString("next");
        refused("limit=1&topic=" + other.name + "&cursor=" + cursor);
        refused("limit=1&board=calls&topic=" + topic.name + "&cursor=" + cursor);
        refused("limit=1&minimum=9&topic=" + topic.name + "&cursor=" + cursor);
        refused("limit=1&topic=" + topic.name + "&cursor=1");
        refused("limit=1&topic=" + topic.name + "&cursor="
                + anonymous().get("/api/v1/forecasts?limit=1").jsonPath().getString("next"));
    }

    private static void refused(String query) {
        anonymous().get("/api/v1/leaderboard?" + query).then().statusCode(422).body("violations[0].field", equalTo("cursor"));
    }

    @Test
    void aPeriodAndAMinimumMakeBoardsOfTheirOwn() {
        World topic = threeAuthors();
        String due = clock.today().minusDays(1).toString().substring(0, 7);
        assertEquals(3, board("topic=" + topic.name + "&from=" + due + "&to=" + due).getList("items").size());
        assertEquals(0, board("topic=" + topic.name + "&to=2020-01").getList("items").size());
        assertEquals(3, board("topic=" + topic.name + "&minimum=11").getList("unranked").size());
        assertEquals("Too few authors to rank: that takes three.",
                board("topic=" + topic.name + "&minimum=11").getString("note").replaceFirst(".*\\. ", ""));
    }

    @Test
    void thePageMarksWhoIsNobody() {
        World topic = threeAuthors();
        anonymous().accept("text/html").get("/leaderboard?topic=" + topic.name).then().statusCode(200)
                .body(containsString("A coin")).body(containsString("The base rate")).body(containsString("not a person"))
                .body(containsString("3 authors tested")).body(containsString("false discovery rate 10 %"))
                .body(containsString("right for one author looked at once")).body(not(containsString("Not on it")))
                .body(not(containsString("more than an hour ago")));
        anonymous().accept("text/html").get("/topics/" + topic.name).then().statusCode(200).body(containsString("author-"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/leaderboard?board=calls", "/about/scoring" })
    void theClassicsThatAreLeftOutAreNamed(String page) {
        anonymous().accept("text/html").get(page).then().statusCode(200).body(containsString("topic=classics"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.998,  99.8 %
            0.9994, 99.9 %
            0.9999, > 99.9 %
            1,      > 99.9 %
            0,      < 0.1 %
            0.5,    50 %""")
    void aChanceIsNeverWrittenAsCertain(double chance, String written) {
        assertEquals(written, Figures.chance(chance).replace('\u00a0', ' '));
    }

    @ParameterizedTest
    @ValueSource(strings = { "cursor=-1", "cursor=x", "from=2020", "to=2020-13", "limit=201" })
    void badQuestionsAreNamed(String query) {
        anonymous().get("/api/v1/leaderboard?" + query).then().statusCode(422)
                .body("violations[0].field", equalTo(query.replaceFirst("=.*", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/leaderboard?topic=elections&", "/authors/:author?" })
    void aPeriodThatEndsBeforeItBeginsIsSaidInTheForm(String page) {
        World author = new World(clock);
        author.piece();
        anonymous().accept("text/html").get(page.replace(":author", author.author()) + "from=2024-01&to=2020-01").then()
                .statusCode(422).body(containsString("value=\"2024-01\"")).body(containsString("value=\"2020-01\""))
                .body(containsString("2024-01 is after 2020-01")).body(containsString("<form class=\"filter\""));
    }

    @Test
    void aTopicIsFoundHoweverItIsWritten() {
        World topic = threeAuthors();
        anonymous().accept("text/html").get("/leaderboard?topic=" + topic.name.toUpperCase()).then().statusCode(200)
                .body(containsString("3 authors tested"));
        anonymous().accept("text/html").get("/forecasts?topic=" + topic.name.toUpperCase()).then().statusCode(200)
                .body(containsString("/authors/author-"));
    }

    /** More than a few: then a change waits for the sweep, and the board says as of when it is. */
    @Test
    void summariesOfAPageComeFromTheBoard() {
        World topic = threeAuthors();
        List<Place> live = QuarkusTransaction.requiringNew().call(() -> boards.supported(topic.name, 2));
        sweep.sweep();
        List<Place> kept = QuarkusTransaction.requiringNew().call(() -> boards.supported(topic.name, 2));
        assertEquals(2, kept.size());
        assertEquals(live.stream().map(Place::forecasts).toList(), kept.stream().map(Place::forecasts).toList());
        assertEquals(0.17, kept.stream().filter(place -> place.brier() < 0.2).findFirst().map(Place::brier).orElse(0.17),
                1e-12);
    }
}
