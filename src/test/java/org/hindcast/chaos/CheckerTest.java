package org.hindcast.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hindcast.chaos.Record.Asked;
import org.hindcast.outbox.SmtpSink.Mail;
import org.junit.jupiter.api.Test;

/** A checker that sees nothing would let every round pass. */
class CheckerTest {

    private static final Instant DUE = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Asked> asked = new ArrayList<>(List.of(asked("1", "<a@host>", 1), asked("2", "<a@host>", 1)));
    private final List<Arrival> arrivals = new ArrayList<>(List.of(arrival("<a@host>", "ann", 5, "r-1", "r-2")));

    private static Asked asked(String id, String mail, int askings) {
        return new Asked(id, DUE, "OPEN", "ann", mail, "SENT", askings);
    }

    private static Arrival arrival(String id, String recipient, int secondsAfter, String... keys) {
        String raw = """
                Message-ID: %s
                Subject: %s
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="b"

                --b
                Content-Type: text/plain; charset=UTF-8

                [%s]
                --b
                Content-Type: text/html; charset=UTF-8

                <p>[%3$s]</p>
                --b--
                """.formatted(id, keys.length > 1 ? keys.length + " questions wait for your verdict" : "Your verdict, please",
                String.join("] [", keys)).replace("\n", "\r\n");
        return new Arrival(id, recipient, new Mail(recipient, raw), DUE.plusSeconds(secondsAfter));
    }

    private List<String> violations(Map<String, Integer> possibleTwins, Map<String, Instant> calledOff,
            Map<String, Instant> calledOffIds) {
        return new Checker(asked, arrivals, possibleTwins, calledOff, calledOffIds, Instant.EPOCH).violations;
    }

    private void assertViolation(String words) {
        List<String> violations = violations(Map.of(), Map.of(), Map.of());
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(words)), violations::toString);
    }

    @Test
    void allIsWell() {
        assertEquals(List.of(), violations(Map.of(), Map.of(), Map.of()));
    }

    @Test
    void aMailThatDidNotArrive() {
        arrivals.clear();
        assertViolation("2 of 2 did not arrive");
    }

    @Test
    void aQuestionThatNobodyWasAsked() {
        asked.add(new Asked("3", DUE, "OPEN", null, null, null, 0));
        assertViolation("1 of 3 did not arrive");
    }

    @Test
    void aMailToSomebodyElse() {
        arrivals.set(0, arrival("<a@host>", "bob", 5, "r-1", "r-2"));
        assertViolation("2 of 2 did not arrive");
    }

    @Test
    void aMailThatLeavesAQuestionOut() {
        arrivals.set(0, arrival("<a@host>", "ann", 5, "r-1"));
        assertViolation("asks about 1, not 2");
    }

    @Test
    void aTwin() {
        arrivals.add(arrival("<a@host>", "ann", 6, "r-1", "r-2"));
        assertViolation("arrived 2 times");
        assertEquals(List.of(), violations(Map.of("<a@host>", 1), Map.of(), Map.of()));
    }

    @Test
    void theSameQuestionInAnotherMail() {
        arrivals.add(arrival("<b@host>", "ann", 6, "r-1"));
        assertViolation("r-1 is in");
    }

    @Test
    void aQuestionAskedTwice() {
        asked.set(0, asked("1", "<a@host>", 2));
        assertViolation("asked 2 times");
    }

    @Test
    void aQuestionAskedBeforeItWasDue() {
        arrivals.set(0, arrival("<a@host>", "ann", -5, "r-1", "r-2"));
        assertViolation("before it was due");
    }

    @Test
    void aQuestionAskedTooLate() {
        arrivals.set(0, arrival("<a@host>", "ann", 61, "r-1", "r-2"));
        assertViolation("lateness: p99 is 61000 ms");
    }

    @Test
    void whatWasCalledOffInTimeIsNotSent() {
        Instant before = DUE.minusSeconds(10);
        List<String> violations = violations(Map.of(), Map.of("r-1", before), Map.of("1", before));
        assertTrue(violations.stream().anyMatch(violation -> violation.contains("sent although it was called off: r-1")),
                violations::toString);
    }
}
