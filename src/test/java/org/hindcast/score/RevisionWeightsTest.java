package org.hindcast.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RevisionWeightsTest {

    private static final Instant OPEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant CLOSE = Instant.parse("2026-01-11T00:00:00Z");

    @Property(tries = 300)
    void weightsOfAQuestionAreExactlyOneQuestion(
            @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 0, max = 40_000_000_000L) Long> seconds) {
        List<Instant> madeAt = seconds.stream().sorted().map(OPEN::plusSeconds).toList();
        Instant close = madeAt.get(madeAt.size() - 1).plusNanos(1);
        long[] weights = RevisionWeights.byTime(madeAt, close);
        assertEquals(RevisionWeights.QUESTION, Arrays.stream(weights).sum());
        double all = close.getEpochSecond() - madeAt.get(0).getEpochSecond();
        for (int i = 0; i + 1 < weights.length; i++) {
            double stood = madeAt.get(i + 1).getEpochSecond() - madeAt.get(i).getEpochSecond();
            assertTrue(weights[i] >= 0 && (all == 0 || Math.abs(weights[i] - 1e6 * stood / all) < 1.01));
        }
    }

    @Test
    void timeStandingCounts() {
        List<Instant> madeAt = List.of(day(2), day(4), day(4), day(9), day(12));
        assertArrayEquals(new long[] { 250_000, 0, 625_000, 125_000, 0 }, RevisionWeights.byTime(madeAt, day(10)));
        assertEquals(0.8, RevisionWeights.coverage(OPEN, day(2), CLOSE), 1e-15);
        assertEquals(1, RevisionWeights.coverage(OPEN, OPEN.minusSeconds(5), CLOSE));
        assertEquals(0, RevisionWeights.coverage(OPEN, CLOSE, CLOSE));
    }

    @Test
    void whatRoundingLeavesGoesToTheLargestRemainders() {
        assertArrayEquals(new long[] { 333_334, 333_333, 333_333 }, RevisionWeights.equally(3));
        assertArrayEquals(new long[] { 142_857, 714_286, 142_857 },
                RevisionWeights.byTime(List.of(day(0), day(1), day(6)), day(7)));
        assertArrayEquals(new long[] { 0, 1_000_000 }, RevisionWeights.only(1, 2));
    }

    /** A record of revised forecasts counts questions, not revisions. */
    @Test
    void revisionsFillTheLevelTable() {
        long[] weights = RevisionWeights.byTime(List.of(day(0), day(3)), CLOSE);
        PerMilleTable table = PerMilleTable.of(600, weights[0], weights[0]).plus(PerMilleTable.of(900, weights[1], weights[1]));
        Report report = Report.of(table.levels(RevisionWeights.QUESTION));
        assertEquals(1L, report.n());
        assertEquals(0.3 * 0.16 + 0.7 * 0.01, report.brier(), 1e-15);
    }

    @Test
    void refusesWhatHasNoWeights() {
        assertThrows(IllegalArgumentException.class, () -> RevisionWeights.byTime(List.of(CLOSE), CLOSE));
        assertThrows(IllegalArgumentException.class, () -> RevisionWeights.byTime(List.of(), CLOSE));
        assertThrows(IllegalArgumentException.class, () -> RevisionWeights.byTime(List.of(day(2), day(1)), CLOSE));
        assertThrows(IllegalArgumentException.class, () -> RevisionWeights.coverage(CLOSE, CLOSE, OPEN));
    }

    private static Instant day(int day) {
        return OPEN.plusSeconds(day * 86_400L);
    }
}
