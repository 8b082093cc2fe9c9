package org.hindcast.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.Untouched;
import org.hindcast.World;
import org.hindcast.reminder.ReminderSweep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** What a calendar program gets under a private address. */
@QuarkusTest
class CalendarTest {

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;

    private World world;
    private String reviewer;

    @BeforeEach
    void begin() throws SQLException {
        Database.asOwner(
                "update question set ask_at = null, asked_from = asked_from + interval '100 years' where status = 'OPEN'");
        world = new World(clock);
        reviewer = world.reviewer("calendar");
        World.knows(reviewer, world.name);
    }

    @AfterEach
    void end() {
        World.activate(reviewer, false);
    }

    private Response post(String path) {
        return as(reviewer).accept("text/html").contentType(ContentType.URLENC).redirects().follow(false)
                .formParam("nothing", "").post(path);
    }

    /** The path of a new address. */
    private String made() {
        return post("/me/calendar").then().statusCode(201).header("Cache-Control", "no-store").extract().asString()
                .replaceFirst("(?s).*http://localhost:8080(/calendar/[\\w-]{43}\\.ics).*", "$1");
    }

    private String calendar(String path) {
        String ics = given().accept("*/*").get(path).then().statusCode(200).contentType("text/calendar;charset=UTF-8").extract()
                .asString();
        return IcsTest.unfolded(ics).replace("\r\n", "\n");
    }

    /** The event about this question; null for none. */
    private String event(String calendar, String question) {
        return Arrays.stream(calendar.split("BEGIN:VEVENT\n")).filter(event -> event.startsWith("UID:" + question)).findFirst()
                .orElse(null);
    }

    private static String day(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    @Test
    void dueDatesToComeAndWhatWaits() {
        LocalDate dueOn = clock.today().plusDays(5);
        World.Forecast coming = world.forecast().topic(world.name).due(dueOn)
                .criterion("question", "Will it, or not; be\\here?\nReally?").criterion("timeZone", "Pacific/Auckland")
                .publish();
        World.Forecast elsewhere = world.forecast().topic("other-" + world.name).due(dueOn).publish();
        String path = made();
        String calendar = calendar(path);
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:") && calendar.endsWith("\nEND:VCALENDAR\n"),
                calendar);
        String event = event(calendar, coming.question());
        assertTrue(event.contains("UID:" + coming.question() + "@localhost\nDTSTAMP:"), event);
        assertTrue(event.contains("\nDTSTART;VALUE=DATE:" + day(dueOn) + "\nDTEND;VALUE=DATE:" + day(dueOn.plusDays(1)) + "\n"
                + "SUMMARY:Due: Will it\\, or not\\; be\\\\here?\\nReally?\n"), event);
        assertTrue(event.contains("\nURL:http://localhost:8080/questions/" + coming.question() + "\n"), event);
        assertEquals(null, event(calendar, elsewhere.question()));
        as(reviewer).body(Map.of("about", "/questions/" + elsewhere.question())).post("/api/v1/follows").then().statusCode(201);
        assertTrue(event(calendar(path), elsewhere.question()).contains("SUMMARY:Due: "));

        clock.passDue(dueOn);
        sweep.sweep();
        event = event(calendar(path), coming.question());
        assertTrue(event.contains("\nDTSTART;VALUE=DATE:" + day(dueOn.plusDays(1)) + "\n"), event);
        assertTrue(event.contains("\nSUMMARY:Your verdict: Will it"), event);
        assertTrue(event.contains("\nURL:http://localhost:8080/reviews/" + coming.question() + "\n"), event);
        assertEquals(null, event(calendar(path), elsewhere.question()));
        World.resolve(coming, "YES");
        assertEquals(null, event(calendar(path), coming.question()));
    }

    @Test
    void everybodyMayKnowWhatIsDueWhen() {
        World.Forecast coming = world.forecast().due(clock.today().plusDays(1)).publish();
        World.Forecast past = world.dueForecast().publish();
        for (String path : new String[] { "/calendar.ics", "/authors/" + world.author() + "/calendar.ics" }) {
            String calendar = calendar(path);
            assertTrue(
                    event(calendar, coming.question())
                            .contains("\nDTSTART;VALUE=DATE:" + day(clock.today().plusDays(1)) + "\n"),
                    path);
            assertEquals(null, event(calendar, past.question()));
            given().get(path).then().header("Cache-Control", "public, max-age=900");
        }
        given().get("/authors/nobody-at-all/calendar.ics").then().statusCode(404);
    }

    @Test
    void theAddressIsShownOnceAndRevoked() throws SQLException {
        String first = made();
        String etag = given().get(first).then().statusCode(200).extract().header("ETag");
        given().header("If-None-Match", etag).get(first).then().statusCode(304);
        Untouched.byLooking(first);
        assertFalse(as(reviewer).accept("text/html").get("/me/calendar").asString().contains(first));
        String secret = first.replaceFirst("/calendar/(.*)\\.ics", "$1");
        assertEquals("0", Database.asOwner("select count(*) from calendar_token where hash = '" + secret + "'").get(0));
        String second = made();
        given().get(first).then().statusCode(404);
        given().get(second).then().statusCode(200);
        post("/me/calendar/revoke").then().statusCode(303);
        given().get(second).then().statusCode(404).body(containsString("revoked"));
        String third = made();
        World.activate(reviewer, false);
        given().get(third).then().statusCode(404);
        World.activate(reviewer, true);
    }
}
