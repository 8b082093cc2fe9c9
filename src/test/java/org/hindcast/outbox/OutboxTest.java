package org.hindcast.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.hindcast.TestClock;
import org.hindcast.outbox.SmtpSink.Fault;
import org.hindcast.outbox.SmtpSink.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** From a row to a mail server that may do anything. */
@QuarkusTest
@TestProfile(WithMail.class)
class OutboxTest {

    @Inject
    TestClock clock;
    @Inject
    Outbox outbox;
    @Inject
    OutboxSweep sweep;
    @Inject
    Claiming claiming;
    @Inject
    Settling settling;

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private SmtpSink sink;

    @BeforeEach
    void begin() throws IOException {
        sink = new SmtpSink(WithMail.port());
        sweep.sweep(); // what other tests left
    }

    @AfterEach
    void end() throws IOException {
        sink.misbehave(recipient -> Fault.NONE);
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep();
        sink.close();
    }

    @Test
    void aMailHasItsOwnMessageIdBothFormsAndOneClickOut() {
        UUID id = put("one", Map.of("subject", "Überfällig\r\nBcc: victim@example.org", "says", "Grüße"));
        sweep.sweep();

        Mail mail = only("one");
        assertEquals("<" + id + "@hindcast.example.org>", mail.header("Message-ID"));
        assertEquals("Hindcast <hindcast@example.org>", mail.header("From"));
        assertEquals(address("one"), mail.header("To"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertTrue(mail.header("List-Unsubscribe").startsWith("<https://hindcast.example.org/unsubscribe/"),
                mail.header("List-Unsubscribe"));
        assertEquals("List-Unsubscribe=One-Click", mail.header("List-Unsubscribe-Post"));
        assertNull(mail.header("Bcc"));
        assertTrue(mail.header("Content-Type").startsWith("multipart/alternative"), mail.header("Content-Type"));
        assertTrue(mail.raw().contains("text/plain; charset=UTF-8") && mail.raw().contains("text/html; charset=UTF-8"));
        assertEquals(Entry.Status.SENT, entry(id).status);
        assertEquals(1, entry(id).attempts);
        sweep.sweep();
        assertEquals(1, sink.to(address("one")).size());
    }

    /** Nobody tries it: the wellness check says so, until somebody does. */
    @Test
    void whatIsNotTriedIsTold() {
        put("untried", Map.of("subject", "A"));
        wellness("UP");
        clock.advance(Duration.ofMinutes(15).plusMillis(1));
        wellness("DOWN");
        sweep.sweep();
        wellness("UP");
    }

    private static void wellness(String word) {
        given().get("/q/health/wellness").then().body("checks.find { it.name == 'outbox' }.status", equalTo(word));
    }

    @Test
    void theSameKeyIsTakenOnce() {
        assertNotNull(put("twice", "key-" + name, Map.of("subject", "A")));
        assertNull(put("twice", "key-" + name, Map.of("subject", "B")));
        sweep.sweep();
        assertEquals("A", only("twice").header("Subject"));
    }

    @Test
    void whatIsRolledBackWasNeverThere() {
        QuarkusTransaction.begin();
        outbox.put(Parcel.mailTo(address("never"), "rolled-" + name, TestLetters.KIND, null, Map.of("subject", "No")),
                clock.instant());
        QuarkusTransaction.rollback();
        sweep.sweep();
        assertEquals(List.of(), sink.to(address("never")));
        assertNotNull(put("never", "rolled-" + name, Map.of("subject", "Yes")));
    }

    @Test
    void whereNothingIsLeftToSayNothingIsSent() {
        UUID id = put("nothing", Map.of());
        sweep.sweep();
        assertEquals(List.of(), sink.to(address("nothing")));
        assertEquals(Entry.Status.CANCELLED, entry(id).status);
    }

    @Test
    void aKindThatNobodyKnowsIsTriedAgain() {
        UUID id = in(() -> outbox.put(Parcel.mailTo(address("odd"), null, "odd-" + name, null, Map.of()), clock.instant()));
        sweep.sweep();
        assertEquals(Entry.Status.READY, entry(id).status);
        assertEquals(1, entry(id).attempts);
    }

    /** What the server's answer says of the mail. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            NO_SUCH_RECIPIENT | DEAD    | 1 | 0 | 0 | 550 5.1.1 … is unknown here
            REFUSE_MESSAGE    | DEAD    | 1 | 0 | 0 | 554 5.6.0 no
            NOT_NOW           | READY   | 1 | 0 | 0 | 451 4.7.1 come again later
            GOING_DOWN        | READY   | 0 | 0 | 0 | the mail server did not take part: 421 4.3.2 going down
            DROP_AT_RECIPIENT | READY   | 0 | 0 | 0 | the mail server did not take part:
            DROP_IN_MESSAGE   | UNKNOWN | 1 | 1 | 0 | no answer after the message was handed over
            DROP_BEFORE_250   | UNKNOWN | 1 | 1 | 1 | no answer after the message was handed over
            HANG_AFTER_DOT    | UNKNOWN | 1 | 1 | 1 | no answer after the message was handed over
            """, delimiter = '|')
    void answersAreUnderstood(Fault fault, Entry.Status status, int attempts, int unanswered, int arrived, String error) {
        UUID id = put("fault", Map.of("subject", fault.name()));
        sink.misbehave(recipient -> fault);
        sweep.sweep();
        Entry entry = entry(id);
        assertEquals(status, entry.status, entry.lastError);
        assertEquals(attempts, entry.attempts);
        assertEquals(unanswered, entry.unanswered);
        assertTrue(entry.lastError.startsWith(error), entry.lastError);
        assertFalse(entry.lastError.contains(address("fault")), entry.lastError);
        assertEquals(arrived, sink.to(address("fault")).size());
    }

    @Test
    void whatMayHaveArrivedIsTriedOnceMoreAfterALeaseUnderTheSameMessageId() {
        UUID id = put("maybe", Map.of("subject", "Maybe"));
        sink.misbehave(recipient -> Fault.DROP_BEFORE_250);
        sweep.sweep();
        clock.advance(Duration.ofSeconds(44));
        sweep.sweep();
        assertEquals(1, sink.to(address("maybe")).size());
        clock.advance(Duration.ofSeconds(1));
        sweep.sweep();

        assertEquals(2, sink.to(address("maybe")).size());
        assertEquals(Set.of("<" + id + "@hindcast.example.org>"),
                Set.copyOf(sink.to(address("maybe")).stream().map(mail -> mail.header("Message-ID")).toList()));
        assertEquals(Entry.Status.DEAD, entry(id).status);
        clock.advance(Duration.ofDays(1));
        sweep.sweep();
        assertEquals(2, sink.to(address("maybe")).size());
    }

    @Test
    void oneBadAddressStopsNobodyElse() {
        List<UUID> ids = IntStream.range(0, 30).mapToObj(i -> put("of-" + i, Map.of("subject", "No " + i))).toList();
        sink.misbehave(recipient -> recipient.startsWith("of-7-") ? Fault.NO_SUCH_RECIPIENT
                : recipient.startsWith("of-11-") ? Fault.HANG_AFTER_DOT : Fault.NONE);
        sweep.sweep();
        for (int i = 0; i < 30; i++) {
            assertEquals(i == 7 ? Entry.Status.DEAD : i == 11 ? Entry.Status.UNKNOWN : Entry.Status.SENT,
                    entry(ids.get(i)).status, "no " + i);
        }
    }

    /** Nobody is asked to try until it is back, and no attempt is lost. */
    @Test
    void whileTheServerIsDownMailWaits() throws IOException {
        List<UUID> ids = IntStream.range(0, 40).mapToObj(i -> put("down-" + i, Map.of("subject", "No " + i))).toList();
        sink.down();
        for (int i = 0; i < 20; i++) {
            sweep.sweep();
            clock.advance(Duration.ofSeconds(30));
        }
        ids.forEach(id -> assertEquals(Entry.Status.READY, entry(id).status));
        ids.forEach(id -> assertEquals(0, entry(id).attempts));
        sink.up();
        clock.advance(Duration.ofSeconds(30)); // at most this long after it is back
        sweep.sweep();
        ids.forEach(id -> assertEquals(Entry.Status.SENT, entry(id).status));
        IntStream.range(0, 40).forEach(i -> only("down-" + i));
    }

    @Test
    void whatFailsIsGivenUpInTheEnd() {
        UUID id = put("given-up", Map.of("subject", "Again and again"));
        sink.misbehave(recipient -> Fault.NOT_NOW);
        for (int attempt = 1; attempt <= Backoff.MOST_ATTEMPTS; attempt++) {
            sweep.sweep();
            assertEquals(attempt, entry(id).attempts);
            clock.advance(Duration.ofMinutes(1).minusMillis(1));
            sweep.sweep();
            assertEquals(attempt, entry(id).attempts);
            clock.advance(Duration.ofHours(8));
        }
        assertEquals(Entry.Status.DEAD, entry(id).status);
    }

    @Test
    void whoeverLostTheLeaseRecordsNothing() {
        UUID id = put("lost", Map.of("subject", "Lost"));
        Leased first = claimed(id);
        assertEquals(List.of(), claiming.claim(Channel.MAIL, 10));
        clock.advance(Duration.ofSeconds(45));
        Leased second = claimed(id);
        assertEquals(2, second.attempt());

        settling.settle(first, Result.SENT);
        assertEquals(Entry.Status.LEASED, entry(id).status);
        settling.settle(second, Result.failed("later"));
        settling.settle(second, Result.SENT);
        assertEquals(Entry.Status.READY, entry(id).status);
    }

    private Leased claimed(UUID id) {
        return claiming.claim(Channel.MAIL, 10).stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    private UUID put(String recipient, Map<String, Object> payload) {
        return put(recipient, null, payload);
    }

    private UUID put(String recipient, String key, Map<String, Object> payload) {
        return in(() -> outbox.put(Parcel.mailTo(address(recipient), key, TestLetters.KIND, null, payload), clock.instant()));
    }

    private static <T> T in(Supplier<T> transaction) {
        return QuarkusTransaction.requiringNew().call(transaction::get);
    }

    private static Entry entry(UUID id) {
        return in(() -> Entry.findById(id));
    }

    private Mail only(String recipient) {
        List<Mail> found = sink.to(address(recipient));
        assertEquals(1, found.size(), recipient);
        return found.get(0);
    }

    private String address(String recipient) {
        return recipient + "-" + name + "@example.org";
    }
}
