package org.hindcast;

import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.hindcast.reminder.ReminderSweep;
import org.hindcast.scorecard.BoardSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** Reading costs as many statements for many forecasts as for one. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryCountTest {

    /** Enough that an author's page has all its parts. */
    private static final int FEW = 12;
    private static final int MANY = 50;

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;
    @Inject
    BoardSweep boards;
    @Inject
    SessionFactory sessions;

    private World partner;
    private World few;
    private World many;
    private final Map<World, String> decided = new HashMap<>();

    /** Not before all: only before each does REST Assured know the port. */
    @BeforeEach
    void begin() {
        if (few == null) {
            partner = new World(clock);
            few = filled(FEW, partner);
            many = filled(MANY, partner);
            sweep.sweep();
        }
        sessions.getStatistics().setStatisticsEnabled(true);
    }

    @AfterEach
    void end() {
        sessions.getStatistics().setStatisticsEnabled(false);
    }

    /** Half of them decided, each on a question of its own, all in one piece and topic. */
    private World filled(int forecasts, World partner) {
        World world = new World(clock);
        for (int i = 0; i < forecasts; i++) {
            World.Forecast forecast = world.dueForecast().topic(world.name).probability(i % 20 / 20.0).publish();
            partner.forecast().topic(world.name).joining(forecast.question()).publish();
            if (i % 2 == 0) {
                World.resolve(forecast, i % 3 == 0 ? "YES" : "NO");
                decided.put(world, forecast.id());
            }
        }
        return world;
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/authors/:author/scorecard", "/api/v1/authors/:author/scorecard?topic=:name",
            "/api/v1/leaderboard?topic=:name&minimum=1", "/leaderboard?topic=:name&minimum=1&from=2000-01",
            "/api/v1/comparisons?a=:author&b=:partner", "/compare?a=:author&b=:partner", "/compare?a=:author",
            "/api/v1/forecasts?author=:author",
            "/api/v1/forecasts?topic=:name&due=true",
            "/api/v1/questions?topic=:name", "/api/v1/questions?topic=:name&due=true", "/api/v1/pieces/:piece",
            "/authors/:author", "/authors/:author?topic=:name&undated=exclude&lexicon=kent-1964", "/forecasts/:decided",
            "/forecasts?author=:author", "/pieces/:piece", "/topics/:name" })
    void manyCostNoMoreStatementsThanOne(String path) {
        long one = statements(path, few);
        long more = statements(path, many);
        assertTrue(one > 0, "nothing was counted");
        assertEquals(one, more, path);
    }

    /** By the length of the page, as these lists hold what all tests made. */
    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/authors", "/api/v1/pieces", "/api/v1/forecasts", "/api/v1/questions", "/api/v1/reviews",
            "/api/v1/reminders", "/api/v1/ledger", "/api/v1/accounts", "/api/v1/disputes" })
    void aLongPageCostsNoMoreStatementsThanAShortOne(String path) {
        long one = statements(path + "?limit=1", few);
        assertTrue(one > 0, "nothing was counted");
        assertEquals(one, statements(path + "?limit=50", few), path);
    }

    /**
     * Who asks, the author, the cells, their slices and topics, the best and the worst, what nobody can decide, pieces,
     * forecasts.
     */
    @Test
    void anAuthorsPageIsReadInAFewStatements() {
        assertTrue(statements("/authors/:author", many) <= 12);
    }

    @Test
    void theWholeRecordIsReadFromItsTotals() {
        assertTrue(statements("/api/v1/authors/:author/scorecard", many) <= 3);
    }

    @Test
    void aBoardAndAComparisonAreTwoOrThreeStatements() {
        assertEquals(1, statements("/api/v1/leaderboard?minimum=2", many), "computed on the spot");
        boards.sweep();
        assertTrue(statements("/api/v1/leaderboard", many) <= 3, "its head, who is ranked, and who is not");
        assertTrue(statements("/api/v1/comparisons?a=:author&b=:partner", many) <= 4, "both authors, the sums, the questions");
    }

    @Test
    void aDeskOfManyCardsCostsNoMoreStatementsThanOneOfFew() {
        assertEquals(statements("/edit/pieces/" + read(3) + "/desk", few),
                statements("/edit/pieces/" + read(40) + "/desk", few));
    }

    @Test
    void desksWithWorkLeftAreListedWithAsManyStatementsAsOne() {
        for (int i = 0; i < 3; i++) {
            read(3);
        }
        long one = statements("/api/v1/desks?limit=1", few);
        assertEquals(one, statements("/api/v1/desks?limit=3", few));
        assertTrue(one <= 2, "who asks, and the list: " + one);
    }

    /** A piece with so many sentences that are read as forecasts, all of them joining a question. */
    private String read(int sentences) {
        World world = new World(clock);
        String question = world.forecast().publish().question();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append("Prices in region ").append(i).append(" will fall by 5 percent before the end of 2031. ");
        }
        String slug = as(World.EDITOR).body(Map.of("author", Map.of("name", world.name), "title", world.name, "publishedOn",
                "2026-01-01", "text", text.toString())).post("/api/v1/pieces").then().statusCode(201).extract().path("slug");
        String desk = "/edit/pieces/" + slug + "/desk";
        as(World.EDITOR).accept("*/*").redirects().follow(false).post(desk + "/readings").then().statusCode(303);
        var cards = World.all("pieces/" + slug + "/cards", World.EDITOR);
        assertTrue(cards.size() >= sentences, () -> cards.size() + " of " + sentences);
        for (Map<String, Object> card : cards) {
            boolean folded = card.get("status").equals("FOLDED");
            if (folded) {
                as(World.EDITOR).contentType("application/x-www-form-urlencoded").formParam("action", "take-up")
                        .post(desk + "/cards/" + card.get("id")).then().statusCode(200);
            }
            as(World.EDITOR).contentType("application/x-www-form-urlencoded")
                    .formParam(card.get("id") + ".seen", folded ? "2.0" : "1.0")
                    .formParam(card.get("id") + ".question", question).formParam(card.get("id") + ".ticked", "true")
                    .post(desk + "/cards/" + card.get("id")).then().statusCode(200);
        }
        return slug;
    }

    private long statements(String path, World world) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        as(path.contains("/reviews") ? REVIEWER : World.ADMIN).accept("*/*")
                .get(path.replace(":author", world.author()).replace(":partner", partner.author()).replace(":name", world.name)
                        .replace(":piece", world.piece()).replace(":decided", decided.get(world)))
                .then()
                .statusCode(200);
        return statistics.getPrepareStatementCount();
    }
}
