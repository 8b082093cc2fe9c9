package org.hindcast.webhook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hindcast.World.ADMIN;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.Untouched;
import org.hindcast.World;
import org.hindcast.outbox.OutboxSweep;
import org.hindcast.reminder.ReminderSweep;
import org.hindcast.webhook.Receiver.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** From what somebody is told to another machine that may answer anything. */
@QuarkusTest
@TestProfile(WithWebhooks.class)
class WebhookTest {

    @Inject
    TestClock clock;
    @Inject
    OutboxSweep sweep;
    @Inject
    ReminderSweep reminders;

    private World world;
    private String me;
    private Receiver receiver;

    @BeforeEach
    void begin() throws IOException {
        world = new World(clock);
        me = world.reviewer("hooked");
        World.knows(me, world.name);
        receiver = new Receiver();
    }

    @AfterEach
    void end() {
        World.activate(me, false);
        receiver.close();
    }

    /** @param secret null where nothing is signed */
    private record Made(String id, String secret) {
    }

    private Made made(String url, String format) {
        JsonPath made = as(me).body(Map.of("url", url, "format", format)).post("/api/v1/webhooks").then().statusCode(201)
                .header("Cache-Control", "no-store").extract().jsonPath();
        return new Made(made.getString("id"), made.getString("secret"));
    }

    private void test(Made webhook) {
        as(me).post("/api/v1/webhooks/" + webhook.id + "/tests").then().statusCode(204);
    }

    private RequestSpecification page() {
        return as(me).accept("text/html").contentType(ContentType.URLENC).redirects().follow(false);
    }

    private List<String> statuses() throws SQLException {
        return Database.asOwner("select status || ' ' || attempts from outbox where channel = 'WEBHOOK' and account_id ="
                + " (select id from account where username = '" + me + "') order by id");
    }

    private static String signature(String secret, Call call) {
        return Signature.of(secret, call.headers().get("webhook-id"), Long.parseLong(call.headers().get("webhook-timestamp")),
                call.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Something that they follow is resolved. */
    private World.Forecast resolved(String question) {
        World.Forecast forecast = world.dueForecast().criterion("question", question).publish();
        as(me).body(Map.of("about", "/questions/" + forecast.question())).post("/api/v1/follows").then().statusCode(201);
        World.resolve(forecast, "YES");
        return forecast;
    }

    @Test
    void whatIsToldIsSentSignedAndOnce() {
        Made webhook = made(receiver.url("/in?key=1"), "STANDARD");
        World.Forecast forecast = resolved("Sent?");
        sweep.sweep();
        sweep.sweep();
        assertEquals(1, receiver.calls().size());
        Call call = receiver.calls().get(0);
        assertEquals("/in?key=1", call.path());
        assertEquals("application/json", call.headers().get("content-type"));
        assertEquals(signature(webhook.secret, call), call.headers().get("webhook-signature"));
        JsonPath body = JsonPath.from(call.body());
        assertEquals("question.resolved", body.getString("type"));
        assertEquals(clock.instant().toString(), body.getString("timestamp"));
        assertEquals("Sent?", body.getString("data.title"));
        assertEquals("YES", body.getString("data.outcome"));
        assertEquals("https://hindcast.example.org/questions/" + forecast.question(), body.getString("data.url"));
        as(me).get("/api/v1/webhooks").then().body("items[0].takenAt", notNullValue()).body("items[0].on", equalTo(true));
    }

    @Test
    void theIdStaysWhileItIsTried() throws SQLException {
        Made webhook = made(receiver.url("/"), "STANDARD");
        receiver.answers(500, Map.of());
        test(webhook);
        sweep.sweep();
        assertEquals(List.of("READY 1"), statuses());
        as(me).get("/api/v1/webhooks").then().body("items[0].failingSince", notNullValue())
                .body("items[0].lastError", containsString("500"));
        sweep.sweep();
        assertEquals(1, receiver.calls().size());
        receiver.answers(204, Map.of());
        clock.advance(Duration.ofMinutes(2));
        sweep.sweep();
        assertEquals(List.of("SENT 2"), statuses());
        Call first = receiver.calls().get(0);
        Call second = receiver.calls().get(1);
        assertEquals(first.headers().get("webhook-id"), second.headers().get("webhook-id"));
        assertFalse(first.headers().get("webhook-timestamp").equals(second.headers().get("webhook-timestamp")));
        as(me).get("/api/v1/webhooks").then().body("items[0].failingSince", nullValue());
    }

    @Test
    void forADayBothSecretsSign() {
        Made webhook = made(receiver.url("/"), "STANDARD");
        String anew = as(me).post("/api/v1/webhooks/" + webhook.id + "/rotations").then().statusCode(200).extract()
                .path("secret");
        test(webhook);
        sweep.sweep();
        Call call = receiver.calls().get(0);
        assertEquals(signature(anew, call) + " " + signature(webhook.secret, call), call.headers().get("webhook-signature"));
        clock.advance(Duration.ofDays(1));
        test(webhook);
        sweep.sweep();
        call = receiver.calls().get(1);
        assertEquals(signature(anew, call), call.headers().get("webhook-signature"));
    }

    @Test
    void slackAndDiscordReadIt() {
        made(receiver.url("/slack"), "SLACK");
        made(receiver.url("/discord"), "DISCORD");
        World.Forecast forecast = resolved("Will <!channel> & @everyone [come](https://evil.example) *here* | there?");
        sweep.sweep();
        String url = "https://hindcast.example.org/questions/" + forecast.question();
        JsonPath slack = body("/slack");
        assertEquals("Will &lt;!channel&gt; &amp; @everyone [come](https://evil.example) *here* | there?",
                slack.getString("text"));
        assertEquals("section", slack.getString("blocks[0].type"));
        assertEquals("*<" + url + "|Will &lt;!channel&gt; &amp; @everyone [come](https://evil.example) *here* ¦ there?>*\n"
                + "Resolved YES.", slack.getString("blocks[0].text.text"));
        JsonPath discord = body("/discord");
        assertEquals(List.of(), discord.getList("allowed_mentions.parse"));
        assertEquals("Will <!channel\\> & @everyone \\[come\\]\\(https://evil.example\\) \\*here\\* \\| there?",
                discord.getString("embeds[0].title"));
        assertEquals("Resolved YES.", discord.getString("embeds[0].description"));
        assertEquals(url, discord.getString("embeds[0].url"));
        receiver.calls().forEach(call -> assertFalse(call.headers().containsKey("webhook-signature")));
    }

    private JsonPath body(String path) {
        return JsonPath
                .from(receiver.calls().stream().filter(call -> call.path().equals(path)).findFirst().orElseThrow().body());
    }

    @Test
    void whatIsGoneIsTurnedOff() throws SQLException {
        Made webhook = made(receiver.url("/"), "STANDARD");
        receiver.answers(410, Map.of());
        test(webhook);
        sweep.sweep();
        assertEquals(List.of("DEAD 1"), statuses());
        as(me).get("/api/v1/webhooks").then().body("items[0].on", equalTo(false))
                .body("items[0].offBecause", containsString("410"));
        as(me).get("/api/v1/inbox").then().body("items[0].kind", equalTo("webhook.off"));
        as(me).post("/api/v1/webhooks/" + webhook.id + "/tests").then().statusCode(409);
        resolved("Told in the inbox only?");
        sweep.sweep();
        assertEquals(1, receiver.calls().size());
        receiver.answers(200, Map.of());
        page().formParam("x", "").post("/me/webhooks/" + webhook.id + "/on").then().statusCode(303);
        test(webhook);
        sweep.sweep();
        assertEquals(2, receiver.calls().size());
    }

    /** 429: the endpoint says when, and until then none of its messages is tried. */
    @Test
    void whoIsBusyIsLeftAlone() throws SQLException {
        Made webhook = made(receiver.url("/"), "STANDARD");
        receiver.answers(429, Map.of("Retry-After", "600"));
        test(webhook);
        sweep.sweep();
        clock.advance(Duration.ofSeconds(1));
        test(webhook);
        receiver.answers(200, Map.of());
        clock.advance(Duration.ofSeconds(598));
        sweep.sweep();
        assertEquals(1, receiver.calls().size());
        assertEquals(List.of("READY 1", "READY 0"), statuses());
        clock.advance(Duration.ofSeconds(1));
        sweep.sweep();
        assertEquals(3, receiver.calls().size());
        assertEquals(List.of("SENT 2", "SENT 1"), statuses());
    }

    @Test
    void redirectsAreNotFollowed() throws SQLException {
        Made webhook = made(receiver.url("/first"), "STANDARD");
        receiver.answers(307, Map.of("Location", receiver.url("/second")));
        test(webhook);
        sweep.sweep();
        assertEquals(List.of("/first"), receiver.calls().stream().map(Call::path).toList());
        assertEquals(List.of("READY 1"), statuses());
    }

    /** One endpoint refuses connections, one never answers: the third gets all of its own. */
    @Test
    void aDeadEndpointKeepsNobodyWaiting() throws IOException, SQLException {
        int dead;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = free.getLocalPort();
        }
        try (Receiver silent = new Receiver()) {
            silent.answersNever();
            made("http://127.0.0.1:" + dead + "/", "STANDARD");
            made(silent.url("/"), "STANDARD");
            made(receiver.url("/"), "STANDARD");
            List<World.Forecast> told = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                told.add(resolved("Number " + i + "?"));
            }
            sweep.sweep();
            assertEquals(20, receiver.calls().size());
            assertTrue(silent.calls().size() <= 8, silent.calls().size() + " tried");
            assertEquals(20, statuses().stream().filter("SENT 1"::equals).count());
            assertTrue(statuses().stream().filter("READY 0"::equals).count() >= 24, statuses()::toString);
        }
    }

    @Test
    void whatIsNeverTakenIsGivenUpAndTriedAgainByAButton() throws SQLException {
        Made webhook = made(receiver.url("/"), "STANDARD");
        receiver.answers(404, Map.of());
        test(webhook);
        for (int i = 0; i < 24; i++) {
            sweep.sweep();
            clock.advance(Duration.ofHours(8));
        }
        assertEquals(List.of("DEAD 24"), statuses());
        as(me).get("/api/v1/webhooks").then().body("items[0].on", equalTo(false))
                .body("items[0].offBecause", containsString("5 days"));
        receiver.answers(200, Map.of());
        page().formParam("x", "").post("/me/webhooks/" + webhook.id + "/on").then().statusCode(303);
        String id = Database.asOwner("select id from outbox where channel = 'WEBHOOK' and status = 'DEAD' and account_id ="
                + " (select id from account where username = '" + me + "')").get(0);
        as(ADMIN).contentType(ContentType.URLENC).redirects().follow(false).formParam("x", "")
                .post("/admin/outbox/" + id + "/retry").then().statusCode(303);
        sweep.sweep();
        assertEquals(List.of("SENT 1"), statuses());
    }

    /** Decided before it was sent. */
    @Test
    void whatNobodyAsksAnyMoreIsNotSent() throws SQLException {
        Database.asOwner(
                "update question set ask_at = null, asked_from = asked_from + interval '100 years' where status = 'OPEN'");
        made(receiver.url("/"), "STANDARD");
        World.Forecast decided = world.dueForecast().topic(world.name).publish();
        reminders.sweep();
        World.resolve(decided, "YES");
        sweep.sweep();
        assertEquals(List.of("CANCELLED 1"), statuses());
        World.Forecast waits = world.dueForecast().topic(world.name).criterion("question", "Waits?").publish();
        clock.advance(Duration.ofMinutes(1));
        reminders.sweep();
        sweep.sweep();
        assertEquals(1, receiver.calls().size());
        assertEquals("verdict.asked", JsonPath.from(receiver.calls().get(0).body()).getString("type"));
        World.resolve(waits, "NO");
    }

    @Test
    void onThePage() throws SQLException {
        String secret = page().formParam("url", receiver.url("/hidden-key")).formParam("format", "STANDARD")
                .post("/me/webhooks")
                .then().statusCode(201).header("Cache-Control", "no-store").extract().asString()
                .replaceFirst("(?s).*(whsec_[\\w+/=]+).*", "$1");
        assertEquals(50, secret.length());
        page().get("/me/webhooks").then().statusCode(200)
                .body(not(containsString("whsec_")), not(containsString("hidden-key")), containsString("127.0.0.1"));
        Untouched.byLooking(() -> as(me), "/me/webhooks", "/api/v1/webhooks");
        page().formParam("url", "ftp://example.org").formParam("format", "STANDARD").post("/me/webhooks").then().statusCode(422)
                .body(containsString("ftp://example.org"));
        String id = as(me).get("/api/v1/webhooks").then().extract().path("items[0].id");
        as(ADMIN).delete("/api/v1/webhooks/" + id).then().statusCode(404);
        page().formParam("x", "").post("/me/webhooks/" + id + "/test").then().statusCode(303);
        sweep.sweep();
        assertEquals("test", JsonPath.from(receiver.calls().get(0).body()).getString("type"));
        page().formParam("x", "").post("/me/webhooks/" + id + "/rotate").then().statusCode(200).body(containsString("whsec_"));
        page().formParam("x", "").post("/me/webhooks/" + id + "/delete").then().statusCode(303);
        as(me).get("/api/v1/webhooks").then().body("items.size()", equalTo(0));
        for (int i = 0; i < 10; i++) {
            made(receiver.url("/" + i), "SLACK");
        }
        as(me).body(Map.of("url", receiver.url("/more"), "format", "SLACK")).post("/api/v1/webhooks").then().statusCode(409);
        assertTrue(Database.asOwner("select data from event where kind like 'webhook%'").stream()
                .noneMatch(data -> data.contains("hidden-key") || data.contains("whsec")), "the record knows secrets");
        as(me).post("/api/v1/webhooks/" + UUID.randomUUID() + "/rotations").then().statusCode(404);
    }
}
