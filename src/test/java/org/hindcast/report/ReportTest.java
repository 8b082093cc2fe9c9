package org.hindcast.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.EDITOR;
import static org.hindcast.World.REVIEWER;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Anybody reports a mistake; admins answer; who has the private link sees what has become of it, and nobody else does. */
@QuarkusTest
class ReportTest {

    private static final String HOSTILE = "<script>alert('1')</script> \"quoted\" & <b>bold</b>";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;quoted&quot; &amp; &lt;b&gt;bold&lt;/b&gt;";

    @Inject
    TestClock clock;

    private World world;
    private World.Forecast forecast;
    private String about;

    @BeforeEach
    void anHourLater() {
        clock.advance(Duration.ofHours(1));
        world = new World(clock);
        forecast = world.forecast().publish();
        about = "/forecasts/" + forecast.id();
    }

    @Test
    void aStrangerReportsAnAdminSettlesTheStrangerSeesTheAnswer() {
        page("/report?about=" + about).statusCode(200).body(containsString("value=\"" + about + "\""));
        ValidatableResponse sent = send("about", about, "message", "The date is wrong.", "email", "reader@example.org")
                .statusCode(201).header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        String link = link(sent);
        String due = clock.today().plusDays(14).toString();
        page(link).statusCode(200).header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex").body(containsString("The date is wrong."), containsString(due),
                        containsString("None yet"), not(containsString("reader@example.org")));

        String id = idOf("The date is wrong.");
        as(ADMIN).accept("text/html").get("/admin/mistakes").then().statusCode(200).header("Cache-Control", "no-store")
                .body(containsString("The date is wrong."), containsString("datetime=\"" + due + "\""));
        as(ADMIN).accept("text/html").get("/admin/mistakes/" + id).then().statusCode(200)
                .body(containsString("mailto:reader@example.org"), containsString("Settle the report"));
        admin("/admin/mistakes/" + id + "/decision", "status", "ACCEPTED", "answer", "Right, and corrected.")
                .statusCode(303).header("Location", containsString("/admin/mistakes/" + id + "?done="));
        as(ADMIN).accept("text/html").get("/admin/mistakes").then().body(not(containsString("The date is wrong.")));
        page(link).statusCode(200).body(containsString("accepted"), containsString("Right, and corrected."));
    }

    @Test
    void programsReportAndSettle() {
        String link = anonymous().body(Map.of("about", "/authors/" + world.author(), "message", "Not his name."))
                .post("/api/v1/reports").then().statusCode(201).header("Cache-Control", "no-store")
                .body("link", matchesRegex("http://localhost:8080/report/[\\w-]{43}")).extract().path("link");
        String id = idOf("Not his name.");
        as(ADMIN).get("/api/v1/reports?status=OPEN&limit=200").then().statusCode(200)
                .body("items.find {it.id == '" + id + "'}.about", equalTo("/authors/" + world.author()))
                .body("items.find {it.id == '" + id + "'}.dueOn", equalTo(clock.today().plusDays(14).toString()))
                .body("items.find {it.id == '" + id + "'}.email", nullValue());
        as(ADMIN).body(Map.of("status", "DECLINED", "answer", "It is.")).post("/api/v1/reports/" + id + "/decision").then()
                .statusCode(200).body("status", equalTo("DECLINED")).body("decidedBy", equalTo(ADMIN));
        as(ADMIN).body(Map.of("status", "ACCEPTED", "answer", "Is not.")).post("/api/v1/reports/" + id + "/decision").then()
                .statusCode(409).body("detail", containsString("DECLINED"));
        page(link.substring(link.indexOf("/report/"))).statusCode(200).body(containsString("declined"),
                containsString("It is."));
        as(ADMIN).get("/api/v1/reports?status=DECLINED&limit=200").then().body("items.id", hasItem(id));
        as(ADMIN).get("/api/v1/reports?status=NEVER").then().statusCode(422).body("violations.field", hasItem("status"));
    }

    @Test
    void whoDecidesSecondLosesNothingTyped() {
        String id = reported("Twice.");
        admin("/admin/mistakes/" + id + "/decision", "status", "ACCEPTED", "answer", "First.").statusCode(303);
        admin("/admin/mistakes/" + id + "/decision", "status", "DECLINED", "answer", "Second, long thought over.")
                .statusCode(409).body(containsString("has decided this report already"), containsString("First."),
                        containsString("Second, long thought over."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | So.  | decision
            OPEN     | So.  | decision
            MAYBE    | So.  | accepted
            ACCEPTED | ' '  | is missing
            """)
    void whatIsWrongWithAnAnswerStandsAtItsField(String status, String answer, String says) {
        String id = reported("To be answered.");
        admin("/admin/mistakes/" + id + "/decision", "status", status, "answer", answer).statusCode(422)
                .body(containsString("class=\"problem\""), containsString(says), containsString(answer.strip()));
    }

    @Test
    void everyPageOfTheRecordLeadsToTheForm() {
        for (String address : List.of(about, "/questions/" + forecast.question(), "/pieces/" + world.piece(),
                "/authors/" + world.author())) {
            page(address).statusCode(200).body(containsString("href=\"/report?about=" + address + "\""));
            page("/report?about=" + address).statusCode(200).body(containsString("action=\"/report\""));
            send("about", address, "message", "About " + address).statusCode(201);
        }
        page("/").body(containsString("href=\"/about/corrections\""), containsString("href=\"/report\""));
        page("/about/corrections").statusCode(200).body(containsString("within 14 days"));
        page("/report").statusCode(200).body(containsString("Address of the page"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/forecasts/01900000-0000-7000-8000-000000000000", "/forecasts/no-id", "/authors/nobody",
            "/leaderboard", "//evil.example/authors/a", "https://evil.example/authors/a", "javascript:alert(1)", "/report" })
    void whatIsNoPageOfTheRecordIsNotFound(String address) {
        given().accept("text/html").queryParam("about", address).get("/report").then().statusCode(404);
        send("about", address, "message", "Anything").statusCode(422).body(containsString("class=\"problem\""));
        anonymous().body(Map.of("about", address, "message", "Anything")).post("/api/v1/reports").then().statusCode(422)
                .body("violations.field", equalTo(List.of("about")));
    }

    @Test
    void draftsCannotBeReported() {
        given().accept("text/html").get("/report?about=/forecasts/" + world.forecast().draft().id()).then().statusCode(404);
    }

    @Test
    void wholeAddressesOfOursAreTaken() {
        send("about", "http://localhost:8080" + about + "?x=1#history", "message", "With the whole address").statusCode(201)
                .body(containsString("href=\"" + about + "\""));
    }

    @Test
    void theSixthWithinAnHourIsRefused() {
        for (int i = 1; i <= 5; i++) {
            reported("Number " + i);
            clock.advance(Duration.ofMinutes(2));
        }
        anonymous().body(Map.of("about", about, "message", "Number 6")).post("/api/v1/reports").then().statusCode(429)
                .header("Retry-After", equalTo("3000")).contentType("application/problem+json");
        send("about", about, "message", "Number 6, typed with care").statusCode(429).header("Retry-After", equalTo("3000"))
                .body(containsString("At most 5 reports an hour"), containsString("Number 6, typed with care"));
        clock.advance(Duration.ofMinutes(50));
        reported("Number 6");
        send("about", about, "message", "Number 7").statusCode(429);
    }

    @Test
    void whatIsTooLongStandsAtItsFieldAndIsKept() {
        send("about", about, "message", "x".repeat(4001), "email", "no address").statusCode(422)
                .body(containsString("class=\"problem\""), containsString("at most 4,000"), containsString("x".repeat(4001)),
                        containsString("an address such as"), containsString("no address"));
        anonymous().body(Map.of("about", about, "message", "x".repeat(4001))).post("/api/v1/reports").then().statusCode(422)
                .body("violations.field", equalTo(List.of("message")));
        anonymous().body(Map.of("about", about, "message", "x", "email", "a".repeat(250) + "@b.cd")).post("/api/v1/reports")
                .then().statusCode(422).body("violations.field", equalTo(List.of("email")));
        anonymous().body("{}").post("/api/v1/reports").then().statusCode(422).body("violations.field",
                hasItems("about", "message"));
        send("about", about, "message", "line\r\n".repeat(800)).statusCode(201);
        send("about", about, "message", "nul\0").statusCode(422);
    }

    @Test
    void programsThatFillInEverythingAreCaught() {
        send("about", about, "message", "Buy things", "website", "https://spam.example").statusCode(422)
                .body(containsString("must stay empty"), containsString("Buy things"));
        as(ADMIN).get("/api/v1/reports?limit=200").then().body("items.message", not(hasItem("Buy things")));
    }

    @Test
    void aWrongLinkLeadsNowhere() {
        page("/report/nothing").statusCode(404);
        page("/report/" + "A".repeat(43)).statusCode(404);
    }

    @Test
    void theLinkIsNotKeptAndTheAddressIsNotOnRecord() throws SQLException {
        String link = link(send("about", about, "message", "Keep it secret", "email", "whistle@example.org").statusCode(201));
        String token = link.substring("/report/".length());
        String id = idOf("Keep it secret");
        String report = Database.asOwner("select row_to_json(r)::text from mistake_report r where id = '" + id + "'").get(0);
        assertFalse(report.contains(token), report);
        assertTrue(report.contains("whistle@example.org"), report);
        List<String> events = Database.asOwner("select row_to_json(e)::text from event e where subject = '" + id + "'");
        assertEquals(1, events.size());
        assertFalse(events.get(0).contains("whistle") || events.get(0).contains(token), events.get(0));
        given().get("/api/v1" + about + "/history").then().statusCode(200).body(not(containsString("mistake")));
    }

    @Test
    void whatAnybodyWroteIsEscaped() {
        String link = link(send("about", about, "message", HOSTILE).statusCode(201));
        String id = idOf(HOSTILE);
        for (ValidatableResponse shown : List.of(page(link), see("/admin/mistakes"), see("/admin/mistakes/" + id))) {
            shown.statusCode(200).body(containsString(ESCAPED), not(containsString("<script")), not(containsString("<b>")));
        }
        send("about", HOSTILE, "message", HOSTILE, "email", HOSTILE, "website", HOSTILE).statusCode(422)
                .body(containsString(ESCAPED), not(containsString("<script")), not(containsString("<b>")));
        admin("/admin/mistakes/" + id + "/decision", "status", HOSTILE, "answer", HOSTILE).statusCode(422)
                .body(containsString(ESCAPED), not(containsString("<script")), not(containsString("<b>")));
        admin("/admin/mistakes/" + id + "/decision", "status", "DECLINED", "answer", HOSTILE).statusCode(303);
        for (ValidatableResponse shown : List.of(page(link), see("/admin/mistakes/" + id),
                see("/admin/events?subject=" + id))) {
            shown.statusCode(200).body(allOf(not(containsString("<script")), not(containsString("<b>"))));
        }
    }

    @Test
    void whatIsLateIsMarkedAndStandsFirst() {
        String late = reported("Reported early");
        clock.advance(Duration.ofDays(14));
        overdue(late, false);
        String early = reported("Reported late");
        clock.advance(Duration.ofDays(1));
        overdue(late, true);
        overdue(early, false);
        List<String> queue = as(ADMIN).get("/api/v1/reports?status=OPEN&limit=200").then().extract().path("items.id");
        assertTrue(queue.indexOf(late) < queue.indexOf(early));
        see("/admin/mistakes/" + late).body(containsString("overdue"));
        see("/admin").statusCode(200).body(containsString("overdue"), containsString("needs attention"));
    }

    @Test
    void onlyAdminsSeeReports() {
        String id = reported("Nobody else's business");
        for (String address : List.of("/admin/mistakes", "/admin/mistakes/" + id, "/admin", "/api/v1/reports")) {
            anonymous().get(address).then().statusCode(401);
            as(REVIEWER).get(address).then().statusCode(403);
            as(EDITOR).get(address).then().statusCode(403);
        }
        given().auth().preemptive().basic(REVIEWER, World.PASSWORD).formParam("status", "ACCEPTED").formParam("answer", "x")
                .post("/admin/mistakes/" + id + "/decision").then().statusCode(403);
        as(EDITOR).body(Map.of("status", "ACCEPTED", "answer", "x")).post("/api/v1/reports/" + id + "/decision").then()
                .statusCode(403);
    }

    private String reported(String message) {
        anonymous().body(Map.of("about", about, "message", message)).post("/api/v1/reports").then().statusCode(201);
        return idOf(message);
    }

    private void overdue(String id, boolean expected) {
        as(ADMIN).get("/api/v1/reports?limit=200").then().body("items.find {it.id == '" + id + "'}.overdue", equalTo(expected));
    }

    /** The latest with this message. */
    private static String idOf(String message) {
        return World.all("reports", ADMIN).stream().filter(report -> report.get("message").equals(message))
                .map(report -> (String) report.get("id")).max(String::compareTo).orElseThrow();
    }

    private static String link(ValidatableResponse sent) {
        return sent.extract().asString().replaceFirst("(?s).*href=\"(/report/[\\w-]{43})\".*", "$1");
    }

    private static ValidatableResponse page(String address) {
        return given().accept("text/html").get(address).then();
    }

    private static ValidatableResponse see(String address) {
        return as(ADMIN).accept("text/html").get(address).then();
    }

    private static ValidatableResponse send(String... fields) {
        return post(given(), "/report", fields).then();
    }

    private static ValidatableResponse admin(String address, String... fields) {
        return post(given().auth().preemptive().basic(ADMIN, World.PASSWORD), address, fields).then();
    }

    private static Response post(RequestSpecification request, String address, String... fields) {
        request.accept("text/html").redirects().follow(false);
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(address);
    }
}
