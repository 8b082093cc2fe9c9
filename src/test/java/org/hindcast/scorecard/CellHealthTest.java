package org.hindcast.scorecard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CellHealthTest {

    @Inject
    TestClock clock;
    @Inject
    CellCheck check;

    /** A fault of ours in the sums is told, and takes no node out of service. */
    @ParameterizedTest
    @ValueSource(strings = { "level_cell", "level_total" })
    void aCellThatDoesNotAddUpIsTold(String table) throws SQLException {
        World world = new World(clock);
        World.resolve(world.dueForecast().publish(), "YES");
        String cell = " where author_id = (select id from author where slug = '" + world.author() + "')";
        assertEquals(0, check.check().differing());
        wellness("UP");
        Database.asService("update " + table + " set n = n + 1" + cell + " and n > 0");
        try {
            // the cell as it is, and the one as it ought to be
            assertEquals(2, check.check().differing());
            wellness("DOWN");
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            Database.asService("update " + table + " set n = n - 1" + cell + " and n > 0");
        }
        assertEquals(0, check.check().differing());
        wellness("UP");
    }

    @Test
    void aCheckThatNoLongerRunsIsTold() {
        check.check();
        clock.advance(Duration.ofHours(3));
        wellness("UP");
        clock.advance(Duration.ofMillis(1));
        wellness("DOWN");
        check.check();
        wellness("UP");
    }

    private static void wellness(String word) {
        given().get("/q/health/wellness").then().body("checks.find { it.name == 'scorecard cells' }.status", equalTo(word));
    }
}
