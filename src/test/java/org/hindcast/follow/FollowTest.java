package org.hindcast.follow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.Untouched;
import org.hindcast.World;
import org.hindcast.outbox.OpenedMail;
import org.hindcast.outbox.OutboxSweep;
import org.hindcast.outbox.SmtpSink;
import org.hindcast.outbox.SmtpSink.Mail;
import org.hindcast.outbox.WithMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A reader follows something by mail, and stops. */
@QuarkusTest
@TestProfile(WithMail.class)
class FollowTest {

    private static final String SITE = "https://hindcast.example.org";

    @Inject
    TestClock clock;
    @Inject
    OutboxSweep outbox;
    @Inject
    FollowSweep sweep;
    @Inject
    SessionFactory sessions;

    private World world;
    private SmtpSink sink;

    @BeforeEach
    void begin() throws IOException {
        world = new World(clock);
        world.piece(); // so that there is an author
        sink = new SmtpSink(WithMail.port());
    }

    @AfterEach
    void end() throws IOException {
        sink.close();
    }

    private String address(String who) {
        return who + "-" + world.name + "@example.org";
    }

    private static RequestSpecification page() {
        return given().accept("text/html").contentType(ContentType.URLENC).redirects().follow(false);
    }

    private Response ask(String about, String who, String mail) {
        return page().formParam("about", about).formParam("email", address(who)).formParam("mail", mail)
                .formParam("website", "").post("/follow");
    }

    /** The path behind the link in the last mail to them that leads to a page like this. */
    private String link(String who, String folder) {
        List<Mail> mails = sink.to(address(who));
        Matcher link = Pattern.compile(SITE + "(" + folder + "[\\w-]{43})")
                .matcher(OpenedMail.of(mails.get(mails.size() - 1)).text());
        assertTrue(link.find(), () -> folder + " is not in the mail");
        return link.group(1);
    }

    /** They follow it, and have confirmed that. */
    private void follow(String about, String who, String mail) {
        ask(about, who, mail).then().statusCode(202);
        outbox.sweep();
        page().post(link(who, "/follow/")).then().statusCode(200).body(containsString("You follow the "));
    }

    private void tell() {
        sweep.sweep();
        outbox.sweep();
    }

    private OpenedMail last(String who, int mails) {
        assertEquals(mails, sink.to(address(who)).size(), who);
        return mails == 0 ? null : OpenedMail.of(sink.to(address(who)).get(mails - 1));
    }

    private static long known(String address) throws SQLException {
        return Long.parseLong(
                Database.asOwner("select count(*) from follower where email = '" + address + "'").get(0));
    }

    @Test
    void whoConfirmsIsToldOnceAndEndsItByOneClick() throws SQLException {
        World.Forecast forecast = world.dueForecast().criterion("question", "Will it come?").publish();
        World.Forecast other = world.dueForecast().criterion("question", "And this?").publish();
        ask("/authors/" + world.author(), "reader", "AT_ONCE").then().statusCode(202)
                .body(containsString("Look into your mailbox")).header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer");
        outbox.sweep();
        OpenedMail asking = last("reader", 1);
        assertEquals("Please confirm: follow Author " + world.author(), asking.subject());
        assertTrue(asking.text().contains("If it was not you, do nothing"), asking.text());
        String confirm = link("reader", "/follow/");
        Untouched.byLooking(confirm, "/follow", "/follow?about=/authors/" + world.author(), "/following");

        World.resolve(forecast, "YES");
        tell();
        last("reader", 1); // who has not confirmed hears nothing

        page().get(confirm).then().statusCode(200).body(containsString("<button>Follow</button>"));
        page().post(confirm).then().statusCode(200).body(containsString("You follow the author"));
        page().post(confirm).then().statusCode(200);
        tell();
        last("reader", 1); // what came before is no news

        World.resolve(other, "NO");
        tell();
        tell();
        OpenedMail news = last("reader", 2);
        assertEquals("Resolved NO. And this?", news.subject());
        assertTrue(news.text().contains("* And this?\n  Resolved NO.\n  Author " + world.author()
                + " said 80\u00a0% likely: a miss.\n  You follow Author " + world.author() + ".\n  " + SITE
                + "/questions/" + other.question() + "\n"), news.text());
        Mail raw = sink.to(address("reader")).get(1);
        String out = raw.header("List-Unsubscribe").replaceFirst("<" + SITE + "(.*)>", "$1");
        assertEquals("List-Unsubscribe=One-Click", raw.header("List-Unsubscribe-Post"));
        String list = link("reader", "/following/");
        Untouched.byLooking(out, list);

        page().formParam("List-Unsubscribe", "One-Click").post(out).then().statusCode(200)
                .body(containsString("It is turned off"));
        page().post(out).then().statusCode(200);
        assertEquals(0, known(address("reader")));
        page().get(list).then().statusCode(404);
        World.resolve(world.dueForecast().publish(), "YES");
        tell();
        last("reader", 2);
    }

    @ParameterizedTest
    @CsvSource({ "/questions/:question, this question", "/authors/:author, Author :author",
            "/topics/:topic, the topic :topic" })
    void eachCanBeFollowed(String page, String because) {
        World.Forecast forecast = world.dueForecast().topic(world.name).publish();
        World.Forecast elsewhere = world.forecast().due(clock.today().minusDays(1))
                .with("piece", world.piece("other-" + world.name, clock.today().minusDays(60))).publish();
        String path = page.replace(":question", forecast.question()).replace(":author", world.author()).replace(":topic",
                world.name);
        page().get(path).then().statusCode(200).body(containsString("value=\"" + path + "\""));
        follow(path, "one", "AT_ONCE");
        World.resolve(elsewhere, "YES");
        World.resolve(forecast, "YES");
        tell();
        String text = last("one", 2).text();
        assertTrue(text.contains("You follow " + because.replace(":author", world.author()).replace(":topic", world.name)),
                text);
        assertFalse(text.contains(elsewhere.question()), text);
    }

    @Test
    void whoFollowsTheSameInThreeWaysHearsOnce() {
        World.Forecast forecast = world.dueForecast().topic(world.name).publish();
        for (String path : List.of("/questions/" + forecast.question(), "/authors/" + world.author(),
                "/topics/" + world.name)) {
            follow(path, "thrice", "AT_ONCE");
        }
        World.resolve(forecast, "VOID");
        tell();
        String text = last("thrice", 4).text();
        assertEquals(1, text.split("Resolved VOID", -1).length - 1, text);
        assertTrue(text.contains("Author " + world.author() + ", the topic " + world.name + ", this question"), text);
    }

    @Test
    void whatIsCorrectedIsToldToo() {
        World.Forecast forecast = world.dueForecast().criterion("question", "Corrected?").publish();
        follow("/questions/" + forecast.question(), "one", "AT_ONCE");
        World.resolve(forecast, "YES");
        tell();
        World.reopen(forecast.question()).then().statusCode(201);
        tell();
        assertEquals("The outcome YES no longer stands. The question is open again. Corrected?", last("one", 3).subject());
        World.resolve(forecast, "NO");
        tell();
        assertEquals("Resolved NO; before, it was YES. Corrected?", last("one", 4).subject());
        String dispute = as(world.reviewer("disputes")).body(Map.of("reason", "Wrong."))
                .post("/api/v1/questions/" + forecast.question() + "/disputes").then().statusCode(201).extract().path("id");
        as(ADMIN).body(Map.of("decision", "GRANTED", "reason", "It was revised.", "outcome",
                "YES", "evidence", World.EVIDENCE)).post("/api/v1/disputes/" + dispute + "/decision").then().statusCode(200);
        tell();
        assertEquals("Resolved YES; before, it was NO. Corrected?", last("one", 5).subject());
        tell();
        last("one", 5);
    }

    /** Gathered, and then no longer so. */
    @Test
    void whatNoLongerHoldsIsNotSent() {
        World.Forecast forecast = world.dueForecast().publish();
        follow("/questions/" + forecast.question(), "one", "AT_ONCE");
        World.resolve(forecast, "YES");
        sweep.sweep();
        World.reopen(forecast.question()).then().statusCode(201);
        World.resolve(forecast, "NO");
        tell();
        assertTrue(last("one", 2).subject().startsWith("Resolved NO; before, it was YES."));
        assertFalse(last("one", 2).text().contains("no longer stands"));
    }

    @Test
    void onceADayIsOneMailAtEight() {
        follow("/authors/" + world.author(), "daily", "DAILY");
        for (int i = 0; i < 3; i++) {
            World.resolve(world.dueForecast().criterion("question", "Number " + i + "?").publish(), "YES");
        }
        tell();
        last("daily", 1);
        var eight = clock.instant().atZone(ZoneOffset.UTC).with(LocalTime.of(8, 0));
        clock.set((eight.toInstant().isAfter(clock.instant()) ? eight : eight.plusDays(1)).toInstant());
        tell();
        assertEquals("What you follow: 3 outcomes", last("daily", 2).subject());
        World.resolve(world.dueForecast().publish(), "YES");
        tell();
        last("daily", 2);
        page().formParam("mail", "AT_ONCE").post(link("daily", "/following/") + "/mail").then().statusCode(303);
        tell();
        last("daily", 3);
    }

    /** What anybody sees who types in an address of somebody else's. */
    @Test
    void nothingTellsWhetherAnAddressIsKnown() {
        follow("/authors/" + world.author(), "known", "AT_ONCE");
        String known = ask("/authors/" + world.author(), "known", "AT_ONCE").then().statusCode(202).extract().asString();
        String unknown = ask("/authors/" + world.author(), "other", "AT_ONCE").then().statusCode(202).extract().asString();
        assertEquals(known.replace("known-", ""), unknown.replace("other-", ""));
        outbox.sweep();
        assertEquals("What you follow", last("known", 2).subject());

        String listed = page().formParam("email", address("known")).post("/following").then().statusCode(202).extract()
                .asString();
        String nobody = page().formParam("email", address("nobody")).post("/following").then().statusCode(202).extract()
                .asString();
        assertEquals(listed.replace("known-", ""), nobody.replace("nobody-", ""));
        outbox.sweep();
        last("known", 3);
        last("nobody", 0);
    }

    @Test
    void nobodysMailboxIsFilled() {
        for (int i = 0; i < 20; i++) {
            ask("/authors/" + world.author(), "victim", "AT_ONCE").then().statusCode(202);
        }
        outbox.sweep();
        last("victim", 5);
    }

    @Test
    void anAddressThatNobodyConfirmsIsForgotten() throws SQLException {
        ask("/authors/" + world.author(), "silent", "AT_ONCE").then().statusCode(202);
        outbox.sweep();
        String confirm = link("silent", "/follow/");
        clock.advance(Duration.ofDays(7));
        sweep.sweep();
        assertEquals(1, known(address("silent")));
        clock.advance(Duration.ofSeconds(1));
        sweep.sweep();
        assertEquals(0, known(address("silent")));
        page().get(confirm).then().statusCode(404);
        page().post(confirm).then().statusCode(404);
        assertEquals(List.of(), whereIs(address("silent")));
    }

    @Test
    void whoEndsAllOfItIsForgotten() throws SQLException {
        World.Forecast forecast = world.dueForecast().publish();
        follow("/authors/" + world.author(), "gone", "AT_ONCE");
        follow("/questions/" + forecast.question(), "gone", "DAILY");
        page().formParam("email", address("gone")).post("/following").then().statusCode(202);
        outbox.sweep();
        String list = link("gone", "/following/");
        String shown = page().get(list).then().statusCode(200).body(containsString(address("gone"))).extract().asString();
        List<String> follows = Pattern.compile("name=\"follow\" value=\"([^\"]+)\"").matcher(shown).results()
                .map(found -> found.group(1)).toList();
        assertEquals(2, follows.size());
        World.resolve(forecast, "YES");
        page().formParam("follow", follows.get(0)).post(list + "/end").then().statusCode(303);
        page().formParam("follow", follows.get(1)).post(list + "/end").then().statusCode(200)
                .body(containsString("Your address is deleted"));
        assertEquals(List.of(), whereIs(address("gone")));
        tell();
        last("gone", 3);

        follow("/authors/" + world.author(), "gone2", "AT_ONCE");
        page().formParam("email", address("gone2")).post("/following");
        outbox.sweep();
        page().post(link("gone2", "/following/") + "/forget").then().statusCode(200);
        assertEquals(List.of(), whereIs(address("gone2")));
    }

    /** In which tables, of all there are, the address stands. */
    private static List<String> whereIs(String address) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String table : Database.asOwner("""
                select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
                and table_name !~ '^(qrtz|flyway)'""")) {
            if (!Database
                    .asOwner("select 1 from \"%s\" t where cast(t as text) like '%%%s%%' limit 1".formatted(table, address))
                    .isEmpty()) {
                found.add(table);
            }
        }
        return List.copyOf(found);
    }

    @Test
    void whatIsNotAcceptedIsNamed() {
        page().formParam("about", "/authors/nobody-at-all").formParam("email", "x").post("/follow").then().statusCode(422)
                .body(containsString("is not the address of a question"));
        page().formParam("about", "/authors/" + world.author()).formParam("email", "a@b, c@d").post("/follow").then()
                .statusCode(422);
        page().formParam("about", "/authors/" + world.author()).formParam("email", "a@b.org\r\nBcc: c@d.org").post("/follow")
                .then().statusCode(422).body(containsString("name@example.org"));
        page().formParam("about", "/authors/" + world.author()).formParam("email", address("robot"))
                .formParam("website", "https://example.org").post("/follow").then().statusCode(422);
        page().get("/follow?about=/topics/no-such-topic").then().statusCode(404);
        page().get("/follow?about=/pieces/" + world.piece()).then().statusCode(404);
        page().header("Sec-Fetch-Site", "cross-site").formParam("about", "/authors/" + world.author())
                .formParam("email", address("lured")).post("/follow").then().statusCode(403);
        outbox.sweep();
        last("robot", 0);
    }

    @Test
    void strangeWordsStayWords() {
        String strange = "Will <script>alert(1)</script> & \"all\" be?\r\nBcc: victim@example.org";
        World.Forecast forecast = world.dueForecast().criterion("question", strange).publish();
        follow("/questions/" + forecast.question(), "one", "AT_ONCE");
        World.resolve(forecast, "YES");
        tell();
        for (Mail raw : sink.to(address("one"))) {
            assertEquals(null, raw.header("Bcc"));
            String html = OpenedMail.of(raw).html();
            assertTrue(html.contains("&lt;script&gt;") && !html.contains("<script>"), html);
        }
    }

    /** By the click of somebody who is signed in: inbox and mail. */
    @Test
    void whoHasAnAccountFollowsByAClick() throws SQLException {
        String me = world.reviewer("me");
        as(me).body(Map.of("email", address("me"))).patch("/api/v1/me").then().statusCode(200);
        World.Forecast forecast = world.dueForecast().topic(world.name).criterion("question", "Clicked?").publish();
        String path = "/questions/" + forecast.question();
        as(me).accept("text/html").contentType(ContentType.URLENC).redirects().follow(false).formParam("about", path)
                .post("/follow").then().statusCode(303);
        String id = as(me).body(Map.of("about", "/topics/" + world.name)).post("/api/v1/follows").then().statusCode(201)
                .body("kind", equalTo("TOPIC")).extract().path("id");
        as(me).body(Map.of("about", SITE + "/topics/" + world.name)).post("/api/v1/follows").then().statusCode(201)
                .body("id", equalTo(id));
        as(me).get("/api/v1/follows").then().body("items.about", equalTo(List.of(path, "/topics/" + world.name)));
        World.resolve(forecast, "YES");
        tell();
        assertEquals("Resolved YES. Clicked?", last("me", 1).subject());
        as(me).get("/api/v1/inbox").then().body("items.size()", equalTo(1)).body("items[0].kind", equalTo("question.resolved"))
                .body("items[0].title", equalTo("Clicked?")).body("items[0].text", equalTo("Resolved YES."))
                .body("items[0].data.outcome", equalTo("YES")).body("items[0].url", equalTo(SITE + path));
        clock.advance(Duration.ofSeconds(1));
        World.reopen(forecast.question()).then().statusCode(201);
        as(me).get("/api/v1/inbox").then().body("items[0].kind", equalTo("question.reopened"))
                .body("items[0].text", containsString("The source was retracted."));

        String out = sink.to(address("me")).get(0).header("List-Unsubscribe").replaceFirst("<" + SITE + "(.*)>", "$1");
        page().post(out).then().statusCode(200);
        World.resolve(forecast, "NO");
        tell();
        last("me", 1);
        as(me).get("/api/v1/inbox").then().body("items.size()", equalTo(3));
        as(me).delete("/api/v1/follows/" + id).then().statusCode(204);
        as(ADMIN).delete("/api/v1/follows/" + id).then().statusCode(404);
        as(me).get("/api/v1/follows").then().body("items.size()", equalTo(1));
        as(me).body(Map.of("about", "/nothing")).post("/api/v1/follows").then().statusCode(422)
                .body("violations[0].field", equalTo("about"));
        assertTrue(Database.asOwner("select data from event where kind like 'follow%'").stream()
                .noneMatch(data -> data.contains(world.name)), "the record says who follows what");
    }

    /** Who resolves a question they follow knows. */
    @Test
    void whoDecidedItIsNotTold() {
        String me = world.reviewer("decides");
        World.Forecast forecast = world.dueForecast().publish();
        as(me).body(Map.of("about", "/questions/" + forecast.question())).post("/api/v1/follows").then().statusCode(201);
        World.decide(forecast.question(), me, "YES").then().statusCode(201);
        as(me).get("/api/v1/inbox").then().body("items.size()", equalTo(0));
    }

    /** As many statements as for one; and mails by the thousand. */
    @Test
    void tenThousandFollowersAreTold() throws SQLException {
        World.Forecast one = world.dueForecast().topic(world.name + "-one").publish();
        follow("/topics/" + world.name + "-one", "single", "AT_ONCE");
        World.Forecast many = world.dueForecast().topic(world.name).publish();
        Database.asOwner(
                """
                        with w as (insert into follower (id, email, mail, created_at)
                            select gen_random_uuid(), 'n' || i || '-%1$s@example.org', 'AT_ONCE', now() from generate_series(1, 10000) i returning id)
                        insert into follow (id, follower_id, topic, mail, created_at, confirmed_at)
                        select gen_random_uuid(), id, '%1$s', 'AT_ONCE', now(), now() from w"""
                        .formatted(world.name));
        long few = statements(one);
        long begin = System.nanoTime();
        long more = statements(many);
        System.out.printf("10,000 followers told in a verdict of %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertEquals(few, more);
        String ours = "follower_id in (select id from follower where email like 'n%-" + world.name + "@example.org')";
        assertEquals(List.of("10000"), Database.asOwner("select count(*) from news where mail is null and " + ours));
        begin = System.nanoTime();
        sweep.sweep();
        System.out.printf("10,000 mails gathered in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertEquals(List.of("10000"), Database.asOwner("select count(distinct mail) from news where " + ours));
        assertEquals(List.of("10000"), Database.asOwner(
                "select count(*) from outbox where status = 'READY' and id in (select mail from news where " + ours + ")"));
        Database.asOwner(
                "update outbox set status = 'CANCELLED', ended_at = now() where id in (select mail from news where " + ours
                        + ")");
        Database.asOwner("delete from follower where email like 'n%-" + world.name + "@example.org'");
    }

    private long statements(World.Forecast forecast) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        World.resolve(forecast, "YES");
        long count = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return count;
    }
}
