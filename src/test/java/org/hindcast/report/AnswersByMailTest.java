package org.hindcast.report;

import static org.hindcast.World.ADMIN;
import static org.hindcast.World.anonymous;
import static org.hindcast.World.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.outbox.OutboxSweep;
import org.hindcast.outbox.SmtpSink;
import org.hindcast.outbox.SmtpSink.Mail;
import org.hindcast.outbox.WithMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Who reports a mistake, or disputes an outcome, and has an address, is told what became of it: once. */
@QuarkusTest
@TestProfile(WithMail.class)
class AnswersByMailTest {

    @Inject
    TestClock clock;
    @Inject
    OutboxSweep sweep;

    private World world;
    private World.Forecast forecast;
    private SmtpSink sink;

    @BeforeEach
    void begin() throws IOException {
        clock.advance(Duration.ofHours(1)); // whatever was reported before does not count
        world = new World(clock);
        forecast = world.dueForecast().criterion("question", "Prices of " + world.name + "?").publish();
        sink = new SmtpSink(WithMail.port());
    }

    @AfterEach
    void end() throws IOException {
        sink.close();
    }

    private String address(String who) {
        return who + "-" + world.name + "@example.org";
    }

    private Mail only(String who) {
        sweep.sweep();
        sweep.sweep();
        List<Mail> mails = sink.to(address(who));
        assertEquals(1, mails.size());
        return mails.get(0);
    }

    private static void holds(Mail mail, String... parts) {
        for (String part : parts) {
            assertTrue(mail.raw().contains(part), () -> part + " is not in " + mail.raw());
        }
    }

    private String reported(Map<String, Object> report) {
        String link = anonymous().body(report).post("/api/v1/reports").then().statusCode(201).extract().path("link");
        return link.replaceFirst(".*/", "");
    }

    private void settle(String message, String answer) {
        String id = (String) World.all("reports?status=OPEN", ADMIN).stream()
                .filter(one -> message.equals(one.get("message"))).findFirst().orElseThrow().get("id");
        as(ADMIN).body(Map.of("status", "ACCEPTED", "answer", answer)).post("/api/v1/reports/" + id + "/decision").then()
                .statusCode(200);
    }

    @Test
    void theAnswerToAReportGoesToTheAddressThatWasLeft() {
        String message = "Wrong, says " + world.name + ".";
        String token = reported(Map.of("about", "/questions/" + forecast.question(), "message", message, "email",
                address("reader")));
        sweep.sweep();
        assertEquals(List.of(), sink.to(address("reader")));
        settle(message, "Right, <b>corrected</b>.");
        Mail mail = only("reader");
        assertEquals("Your report was accepted: Prices of " + world.name + "?", mail.header("Subject"));
        holds(mail, "Right, <b>corrected</b>.", "Right, &lt;b&gt;corrected&lt;/b&gt;.", message,
                "https://hindcast.example.org/questions/" + forecast.question());
        assertFalse(mail.raw().contains(token));
    }

    @Test
    void withoutAnAddressThereIsNoMail() {
        String message = "Quietly wrong, says " + world.name + ".";
        reported(Map.of("about", "/questions/" + forecast.question(), "message", message));
        int before = sink.mails().size();
        settle(message, "Right.");
        sweep.sweep();
        assertEquals(before, sink.mails().size());
    }

    @Test
    void theDecisionOfADisputeGoesToWhoOpenedIt() {
        World.resolve(forecast, "YES");
        String granted = disputed("granted");
        disputed("overtaken");
        disputedWithoutAddress();
        as(ADMIN).body(Map.of("decision", "GRANTED", "reason", "It was revised.", "outcome", "NO", "evidence", World.EVIDENCE))
                .post("/api/v1/disputes/" + granted + "/decision").then().statusCode(200);
        holds(only("granted"), "It is granted: the question is resolved NO instead of YES.", "It was revised.",
                "https://hindcast.example.org/questions/" + forecast.question());
        holds(only("overtaken"), "The outcome YES has ended before your dispute was decided.");

        String upheld = disputed("upheld");
        as(ADMIN).body(Map.of("decision", "UPHELD", "reason", "It is right.")).post("/api/v1/disputes/" + upheld + "/decision")
                .then().statusCode(200);
        holds(only("upheld"), "The outcome NO stands.", "It is right.");
        assertEquals("Your dispute: Prices of " + world.name + "?", only("upheld").header("Subject"));
    }

    private String disputed(String who) {
        String account = world.reviewer(who);
        as(account).body(Map.of("email", address(who))).patch("/api/v1/me").then().statusCode(200);
        return dispute(account);
    }

    private void disputedWithoutAddress() {
        dispute(world.reviewer("without"));
    }

    private String dispute(String account) {
        return as(account).body(Map.of("reason", "Wrong.")).post("/api/v1/questions/" + forecast.question() + "/disputes")
                .then().statusCode(201).extract().path("id");
    }
}
