package org.hindcast.reminder;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.outbox.OpenedMail;
import org.hindcast.outbox.OutboxSweep;
import org.hindcast.outbox.SmtpSink;
import org.hindcast.outbox.SmtpSink.Fault;
import org.hindcast.outbox.SmtpSink.Mail;
import org.hindcast.outbox.WithMail;
import org.hindcast.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;

/** What reviewers find in their mailbox, and what becomes of it. */
@QuarkusTest
@TestProfile(WithMail.class)
class ReminderMailTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final String HOSTILE = "Will <script>alert(1)</script> & \"all\" \u202eof it\r\nBcc: victim@example.org be?";

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;
    @Inject
    OutboxSweep outbox;

    private World world;
    private SmtpSink sink;
    private final List<String> reviewers = new ArrayList<>();

    /** What other tests left open would be asked of the reviewers of these, who have least to do. */
    @BeforeEach
    void begin() throws IOException, SQLException {
        Database.asOwner(
                "update question set ask_at = null, asked_from = asked_from + interval '100 years' where status = 'OPEN'");
        world = new World(clock);
        sink = new SmtpSink(WithMail.port());
    }

    @AfterEach
    void end() throws IOException {
        sink.close();
        reviewers.forEach(reviewer -> World.activate(reviewer, false));
    }

    @Test
    void oneQuestionIsAskedInItsSubject() {
        String reviewer = reviewer("one", Map.of());
        var forecast = due("Will prices be higher?");
        sweepBoth();
        OpenedMail mail = opened(reviewer, 1);
        assertEquals("Your verdict, please: Will prices be higher?", mail.subject());
        String link = "https://hindcast.example.org/reviews/" + forecast.question();
        assertTrue(mail.text().contains("* Will prices be higher?\n  asked for ") && mail.text().contains("\n  " + link + "\n"),
                mail.text());
        assertTrue(mail.html().contains("<a href=\"" + link + "\"><bdi>Will prices be higher?</bdi></a>"), mail.html());
        assertEquals(List.of(clock.today().minusDays(1) + " 0 SENT"), World.asked(forecast.question(), reviewer));

        clock.advance(Duration.ofDays(3));
        sweepBoth();
        mail = opened(reviewer, 2);
        assertEquals("Still waits for your verdict: Will prices be higher?", mail.subject());
        assertTrue(mail.text().contains("you were asked before"), mail.text());
    }

    @Test
    void whatIsStrangeInAQuestionStaysText() {
        String reviewer = reviewer("strange", Map.of());
        due(HOSTILE);
        sweepBoth();
        Mail raw = sink.to(address(reviewer)).get(0);
        OpenedMail mail = OpenedMail.of(raw);
        assertEquals(null, raw.header("Bcc"));
        assertFalse(mail.html().contains("<script>"), mail.html());
        assertTrue(mail.html().contains("&lt;script&gt;"), mail.html());
        assertTrue(mail.text().contains("<script>alert(1)</script> & \"all\""), mail.text());
    }

    /** They learn from whom it comes, and why; that nobody else has answered is not the reason. */
    @Test
    void whatIsHandedOverSaysByWhomAndWhy() throws SQLException {
        String first = reviewer("hands", Map.of());
        String second = world.reviewer("takes");
        var forecast = due("Handed over?");
        sweep.sweep();
        Database.asOwner("update assignment set stage = 2 where question_id = '" + forecast.question() + "'");
        as(ADMIN).body(Map.of("email", address(second))).patch("/api/v1/accounts/" + second).then().statusCode(200);
        reviewers.add(second);
        as(first).body(Map.of("to", second, "note", "x".repeat(2001)))
                .post("/api/v1/questions/" + forecast.question() + "/hand-overs").then().statusCode(422)
                .body("violations.field", hasItem("note"));
        String why = "I know <b>the author</b>\r\nBcc: v@example.org " + "and more ".repeat(40);
        as(first).contentType(ContentType.URLENC).accept("text/html").redirects().follow(false).formParam("to", second)
                .formParam("why", why).post("/reviews/" + forecast.question() + "/hand-over").then().statusCode(303)
                .header("Location", containsString("/reviews?handed=" + forecast.question()));
        as(first).accept("text/html").get("/reviews?handed=" + forecast.question()).then()
                .body(containsString("Handed over to " + second));
        sweepBoth();
        assertEquals(List.of(), sink.to(address(first)));
        OpenedMail mail = opened(second, 1);
        assertEquals("Handed over by " + first
                + " (I know <b>the author</b> Bcc: v@example.org and more and mo…): Handed over?", mail.subject());
        String said = "Handed over by " + first + ": I know <b>the author</b> Bcc: v@example.org and more";
        assertTrue(mail.text().contains("\n  " + said) && !mail.text().contains("nobody else has answered"), mail.text());
        assertTrue(mail.text().lines().noneMatch(line -> line.length() > 400), mail.text());
        assertTrue(mail.html().contains("I know &lt;b&gt;the author"), mail.html());
        as(second).get("/api/v1/inbox").then().body("items[0].title", equalTo("Your verdict, please: Handed over?"))
                .body("items[0].text", containsString(said));
        as(second).accept("text/html").get("/reviews/" + forecast.question()).then()
                .body(containsString("<bdi>" + first + "</bdi> handed it over to <bdi>" + second),
                        containsString("I know &lt;b&gt;the author&lt;/b&gt;"));
    }

    /** Not eight times. */
    @Test
    void whatComesDueTogetherIsOneMail() {
        String reviewer = reviewer("many", Map.of());
        List<World.Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            forecasts.add(due("Number " + i + "?"));
        }
        sweepBoth();
        OpenedMail mail = opened(reviewer, 1);
        assertEquals("25 questions wait for your verdict", mail.subject());
        assertEquals(20, mail.text().lines().filter(line -> line.startsWith("* ")).count());
        assertTrue(mail.text().contains("and 5 more: https://hindcast.example.org/reviews\n"), mail.text());
        assertTrue(mail.html().contains("5 more</a>"), mail.html());
        forecasts.forEach(one -> assertEquals(List.of(clock.today().minusDays(1) + " 0 SENT"),
                World.asked(one.question(), reviewer)));
        sweepBoth();
        opened(reviewer, 1);
    }

    /** Queued, and then no longer due. */
    @ParameterizedTest
    @CsvSource({ "resolved", "withdrawn", "dated anew", "put off", "handed over", "shut out" })
    void whatIsNoLongerAskedIsNotSent(String how) {
        String reviewer = reviewer("queued", Map.of());
        var gone = due("Gone?");
        var stays = due("Stays?");
        sweep.sweep();
        String other = world.reviewer("other");
        reviewers.add(other);
        switch (how) {
            case "resolved" -> World.resolve(gone, "YES");
            case "withdrawn" -> World.withdraw(gone.id()).then().statusCode(201);
            case "dated anew" ->
                World.correct(gone.id(), Map.of("criteria", Map.of("dueOn", clock.today().plusDays(9).toString())))
                        .then().statusCode(201);
            case "put off" -> as(reviewer).body(Map.of("until", clock.today().plusDays(9).toString()))
                    .post("/api/v1/questions/" + gone.question() + "/snoozes").then().statusCode(201);
            case "handed over" -> as(reviewer).body(Map.of("to", other))
                    .post("/api/v1/questions/" + gone.question() + "/hand-overs").then().statusCode(201);
            default -> World.activate(reviewer, false);
        }
        outbox.sweep();
        if (how.equals("shut out")) {
            assertEquals(List.of(), sink.to(address(reviewer)));
            return;
        }
        assertEquals("Your verdict, please: Stays?", opened(reviewer, 1).subject());
        assertEquals(List.of(clock.today().minusDays(1) + " 0 CANCELLED"), World.asked(gone.question(), reviewer));
        World.resolve(stays, "NO");
    }

    @Test
    void whereAllIsDecidedNoMailIsSent() {
        String reviewer = reviewer("decided", Map.of());
        var forecast = due("Decided?");
        sweep.sweep();
        World.resolve(forecast, "YES");
        outbox.sweep();
        assertEquals(List.of(), sink.to(address(reviewer)));
    }

    @Test
    void aMailThatMayHaveArrivedIsUnknownAndGivenUpAfterOneMoreAndTriedAgainByAButton() throws SQLException {
        String reviewer = reviewer("unknown", Map.of());
        var forecast = due("Unknown?");
        String day = clock.today().minusDays(1).toString();
        sweep.sweep();
        sink.misbehave(recipient -> Fault.DROP_BEFORE_250);
        outbox.sweep();
        assertEquals(List.of(day + " 0 UNKNOWN"), World.asked(forecast.question(), reviewer));
        clock.advance(Duration.ofSeconds(45));
        outbox.sweep();
        assertEquals(List.of(day + " 0 DEAD"), World.asked(forecast.question(), reviewer));
        sink.misbehave(recipient -> Fault.NONE);
        String mail = Database.asService("select mail from reminder where question_id = '" + forecast.question() + "'").get(0);
        as(ADMIN).accept("text/html").get("/admin/outbox?status=DEAD").then().statusCode(200)
                .body(containsString("/admin/outbox/" + mail + "/retry"), containsString("may have arrived"),
                        containsString(">given up</span>"),
                        not(containsString(address(reviewer))));
        as(ADMIN).contentType(ContentType.URLENC).redirects().follow(false).post("/admin/outbox/" + mail + "/retry").then()
                .statusCode(303);
        as(ADMIN).contentType(ContentType.URLENC).accept("text/html").post("/admin/outbox/" + mail + "/retry").then()
                .statusCode(409);
        outbox.sweep();
        assertEquals(List.of(day + " 0 SENT"), World.asked(forecast.question(), reviewer));
        assertEquals(1, sink.to(address(reviewer)).stream().map(one -> one.header("Message-ID")).distinct().count());
        assertEquals(3, sink.to(address(reviewer)).size());
        World.get("reminders?question=" + forecast.question()).getList("items.attempts").forEach(n -> assertEquals(1, n));
    }

    /** Exactly one that day, also on that on which clocks change at that hour, and on the next one. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            Europe/Kyiv, 03:30
            America/New_York, 02:30
            America/New_York, 01:30
            Australia/Lord_Howe, 02:15
            """)
    void aDigestADay(String zone, LocalTime at) {
        ZoneId there = ZoneId.of(zone);
        LocalDate change = there.getRules().nextTransition(clock.instant().plus(Duration.ofDays(2))).getDateTimeBefore()
                .toLocalDate();
        clock.set(change.minusDays(1).atTime(at).atZone(there).plusMinutes(1).toInstant());
        String reviewer = reviewer("daily", Map.of("timeZone", zone, "reminders", "DAILY", "digestAt", at.toString()));
        for (int day = 0; day < 2; day++) {
            due("One of day " + day + "?");
            due("Two of day " + day + "?");
            for (int i = 0; i < 3; i++) {
                sweepBoth();
                assertEquals(day, sink.to(address(reviewer)).size());
                clock.advance(Duration.ofHours(7));
            }
            clock.set(change.plusDays(day).atTime(at).atZone(there).toInstant());
            sweepBoth();
            clock.advance(Duration.ofHours(1)); // where the hour comes twice, this is it again
            sweepBoth();
            assertEquals("2 questions of the day wait for your verdict", opened(reviewer, day + 1).subject());
        }
    }

    @Test
    void oneClickTurnsItOffAndLookingDoesNot() {
        String reviewer = reviewer("leaver", Map.of());
        due("Off?");
        sweepBoth();
        Mail mail = sink.to(address(reviewer)).get(0);
        String path = mail.header("List-Unsubscribe").replaceAll("^<https://hindcast.example.org(/.*)>$", "$1");
        assertTrue(OpenedMail.of(mail).text().contains(path));
        for (int i = 0; i < 3; i++) {
            given().accept("text/html").get(path).then().statusCode(200).body(containsString("<button>Turn it off</button>"))
                    .header("Referrer-Policy", "no-referrer");
            given().head(path).then().statusCode(200);
        }
        reminders(reviewer, "AT_ONCE");
        given().contentType(ContentType.URLENC).formParam("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
        reminders(reviewer, "NONE");
        given().contentType(ContentType.MULTIPART).multiPart("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
        given().contentType(ContentType.URLENC).post(path + "x").then().statusCode(404);
        due("Silent?");
        sweepBoth();
        assertEquals(1, sink.to(address(reviewer)).size());
        as(reviewer).body(Map.of("email", "moved-" + address(reviewer))).patch("/api/v1/me").then().statusCode(200);
        given().accept("text/html").get(path).then().statusCode(404); // the old mailbox may be somebody else's by now
    }

    @Test
    void theAdminsAreToldWhatSilenceMeans() {
        String first = reviewer("first", Map.of());
        var forecast = world.dueForecast().topic(world.name).criterion("question", "Silent?")
                .criterion("ifSilent", "It counts as no.").publish();
        for (int i = 0; i < 3; i++) {
            World.decide(forecast.question(), first, "NOT_YET").then().statusCode(201);
        }
        as(ADMIN).body(Map.of("email", "admin-" + world.name + "@example.org")).patch("/api/v1/accounts/admin").then()
                .statusCode(200);
        sweepBoth();
        List<OpenedMail> mails = sink.to("admin-" + world.name + "@example.org").stream().map(OpenedMail::of).toList();
        as(ADMIN).body(Map.of("email", "")).patch("/api/v1/me").then().statusCode(200);
        assertEquals(1, mails.size());
        assertTrue(mails.get(0).text().contains("If the source stays silent: It counts as no."), mails.get(0).text());
        as(ADMIN).accept("text/html").get("/reviews/" + forecast.question()).then().body(containsString("It counts as no."));
        World.decide(forecast.question(), ADMIN, "NO").then().statusCode(201);
    }

    /** From the mailbox to the verdict, by the link, with an account. */
    @Test
    void aReviewerFollowsTheLinkSignsInAndDecides() throws SQLException {
        String reviewer = reviewer("clicker", Map.of());
        var forecast = due("Is it decided by the link?");
        sweepBoth();
        Matcher link = Pattern.compile("href=\"https://hindcast.example.org(/reviews/[^\"]+)\"")
                .matcher(opened(reviewer, 1).html());
        assertTrue(link.find());
        String path = link.group(1);
        String before = state();
        for (int i = 0; i < 100; i++) {
            given().redirects().follow(false).accept("text/html").get(path).then().statusCode(303);
            given().redirects().follow(false).head(path);
            as(reviewer).accept("text/html").get(path).then().statusCode(200);
            as(reviewer).head(path).then().statusCode(200);
        }
        assertEquals(before, state());

        Page page = BROWSER.window(true);
        page.setDefaultTimeout(60_000);
        page.setDefaultNavigationTimeout(60_000);
        page.navigate(path);
        page.fill("[name=username]", reviewer);
        page.fill("[name=password]", World.PASSWORD);
        page.press("[name=password]", "Enter");
        page.waitForURL("**" + path);
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Is it decided by the link?");
        page.locator("[name=outcome][value=YES]").check();
        page.fill("[name=url] >> nth=0", "https://example.org/seen");
        page.click("#verdict button:not(.second)"); // the button says Decide, and so do headings
        page.waitForURL(Pattern.compile(".*decided=" + forecast.question()));
        assertEquals("YES", World.get("questions/" + forecast.question()).getString("outcome"));
    }

    /** Everything in the tables that say something about the world: who looked, and how often, is not in them. */
    private static String state() throws SQLException {
        StringBuilder state = new StringBuilder();
        for (String table : Database.asService(
                """
                        select tablename from pg_tables where schemaname = 'public' and tablename !~ '^(qrtz|flyway|throttle|session|outbox_\\d)'
                        order by tablename""")) {
            state.append(table).append(' ')
                    .append(Database.asOwner("select md5(string_agg(t::text, ' ' order by t::text)) from "
                            + table + " t"))
                    .append('\n');
        }
        return state.toString();
    }

    private void reminders(String reviewer, String expected) {
        as(reviewer).get("/api/v1/me").then().body("reminders", equalTo(expected));
    }

    private World.Forecast due(String question) {
        return world.dueForecast().topic(world.name).criterion("question", question).publish();
    }

    private void sweepBoth() {
        sweep.sweep();
        outbox.sweep();
    }

    private OpenedMail opened(String reviewer, int ofSoMany) {
        List<Mail> mails = sink.to(address(reviewer));
        assertEquals(ofSoMany, mails.size());
        return OpenedMail.of(mails.get(ofSoMany - 1));
    }

    private static String address(String reviewer) {
        return reviewer + "@example.org";
    }

    private String reviewer(String suffix, Map<String, Object> more) {
        String reviewer = world.reviewer(suffix);
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("email", address(reviewer));
        as(ADMIN).body(settings).patch("/api/v1/accounts/" + reviewer).then().statusCode(200);
        World.knows(reviewer, world.name);
        reviewers.add(reviewer);
        return reviewer;
    }
}
