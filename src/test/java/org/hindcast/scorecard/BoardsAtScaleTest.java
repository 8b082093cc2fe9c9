package org.hindcast.scorecard;

import static org.hindcast.World.anonymous;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** A field that is too large to be computed by whoever reads it. */
@QuarkusTest
class BoardsAtScaleTest {

    private static final Logger LOG = Logger.getLogger(BoardsAtScaleTest.class);
    private static final int AUTHORS = Integer.getInteger("hindcast.test.authors", 1000);
    private static final String TOPIC = "a-large-field";

    @Inject
    TestClock clock;
    @Inject
    BoardSweep sweep;

    private static void sql(String statement) throws SQLException {
        Database.asOwner(statement);
    }

    /** Cells alone, without the forecasts behind them: 20 levels an author, 10 to 200 forecasts. */
    @BeforeEach
    void fill() throws SQLException {
        sql("""
                insert into author (id, slug, name, kind, created_at)
                select gen_random_uuid(), 'scale-' || i, 'Scale ' || i, 'PERSON', now() from generate_series(1, %d) i"""
                .formatted(AUTHORS));
        sql("""
                insert into level_cell (author_id, topic, month, horizon, basis, level, undated, state, n, hits)
                select id, '%s', date '2024-05-01', 90, 'STATED', 50 * k, false, 'SCORED', n, greatest(0, least(n, round(n * k / 20.0 + (k %% 3) - 1)))
                from (select a.id, k, 1 + (hashtext(a.slug || k) & 7) as n from author a, generate_series(1, 19) k
                      where a.slug like 'scale-%%') cells"""
                .formatted(TOPIC));
    }

    @AfterEach
    void clear() throws SQLException {
        sql("delete from board where topic in ('', '" + TOPIC + "')");
        sql("delete from level_cell where topic = '" + TOPIC + "'");
        sql("delete from author where slug like 'scale-%'");
        sweep.sweep();
    }

    @Test
    void aLargeBoardWaitsForTheSweepAndSaysSo() throws SQLException {
        long start = System.nanoTime();
        sweep.sweep();
        long swept = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        start = System.nanoTime();
        JsonPath board = board("");
        long read = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        LOG.infof("%d authors: boards of two topics computed in %d ms, one page read in %d ms", AUTHORS, swept, read);
        assertEquals(50, board.getList("items").size());
        assertEquals(AUTHORS, board.getInt("tests.tested") + board.getList("unranked").size());

        Instant before = clock.instant();
        sql("insert into board_change (topic, changed_at) values ('" + TOPIC + "', timestamptz '" + before + "')");
        clock.advance(Duration.ofMinutes(2));
        assertEquals(before, Instant.parse(board("").getString("asOf")), "it waits");
        clock.advance(Duration.ofMinutes(60));
        String page = anonymous().accept("text/html").get("/leaderboard?topic=" + TOPIC).asString();
        assertTrue(page.contains("more than an hour ago"));
        sweep.sweep();
        String link = page.replaceFirst("(?s).*<a href=\"(/leaderboard[^\"]*)\" rel=\"next\">.*", "$1").replace("&amp;", "&");
        String rest = anonymous().urlEncodingEnabled(false).accept("text/html").get(link).then().statusCode(200).extract()
                .asString();
        Set<String> twice = authors(page);
        twice.retainAll(authors(rest));
        assertEquals(50, authors(rest).size());
        assertEquals(Set.of(), twice);
        assertEquals(clock.instant(), Instant.parse(board("").getString("asOf")), "it knows");
    }

    private static Set<String> authors(String page) {
        return Pattern.compile("/authors/scale-\\d+").matcher(page.split("<h2")[0]).results().map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static JsonPath board(String more) {
        return anonymous().get("/api/v1/leaderboard?topic=" + TOPIC + more).then().statusCode(200).extract().jsonPath();
    }
}
