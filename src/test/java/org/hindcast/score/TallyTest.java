package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    /** A million distinct probabilities, the worst there is: measured at about 3 s here, with one core to itself. */
    @Test
    void aMillionDistinctLevelsTakeSeconds() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Tally tally = new Tally();
            Random random = new Random(1);
            for (int i = 0; i < 1_000_000; i++) {
                double p = random.nextDouble();
                tally.add(p, random.nextDouble() < p, 1, 0.5);
            }
            Report report = tally.report(1);
            assertEquals(1_000_000L, report.n());
            assertEquals(1 / 6.0, report.brier(), 1e-3, "mean p(1 - p)");
            assertEquals(1_000_000, report.levels().stream().mapToLong(level -> level.n().longValue()).sum());
            ReportLawsTest.assertFinite(report, "report");
        });
    }

    /** Plain sums over the rows, in full precision. */
    @Test
    void scoresRawProbabilitiesInFullPrecision() {
        Tally tally = new Tally();
        tally.add(1 / 3.0, true);
        tally.add(2 / 3.0, false);
        tally.add(1 / 3.0, false, 1, 0.5);
        Report report = tally.report(1);
        assertClose((4 / 9.0 + 4 / 9.0 + 1 / 9.0) / 3, report.brier(), 1e-15, "brier");
        assertEquals(2, report.levels().size());
        assertEquals(1 / 3.0, report.levels().get(0).p());
        assertClose(1 - (1 / 9.0) / 0.25, report.skill().reference(), 1e-14, "over those with a reference alone");
        assertEquals(1L, report.comparison().n());
        assertClose(0.25 - 1 / 9.0, report.comparison().meanDifference(), 1e-14, "difference");
    }

    @Test
    void weightsMultiply() {
        Tally twice = new Tally();
        twice.add(0.3, true, 2);
        twice.add(0.8, false, 3);
        Tally rows = new Tally();
        for (int i = 0; i < 3; i++) {
            rows.add(0.8, false);
        }
        rows.add(0.3, true);
        rows.add(0.3, true);
        assertEquals(rows.table(), twice.table());
        assertEquals(rows.report(1).corpLog(), twice.report(1).corpLog());
        Tally third = new Tally();
        third.add(0.25, true, 1 / 3.0);
        third.add(0.75, true, 2 / 3.0);
        third.add(0.75, true, 0);
        assertClose(0.5625 / 3 + 0.0625 * 2 / 3, third.report(1).brier(), 1e-15, "brier");
    }

    /**
     * The same as numpy: weights 1, 2, 5, 0.5 on Brier scores .04, .49, .25, .01; the unbiased variance for weights as these.
     */
    @Test
    void aForecastOfGreatWeightIsStillOneWitness() {
        Tally tally = new Tally();
        tally.add(0.8, true, 1, 0.5);
        tally.add(0.3, true, 2, 0.5);
        tally.add(0.5, false, 5, 0.4);
        tally.add(0.1, false, 0.5, 0.2);
        Report report = tally.report(1);
        assertEquals(8.5, report.n());
        assertClose(8.5 * 8.5 / 30.25, report.effectiveN().doubleValue(), 1e-15, "effective");
        assertClose(0.26764705882352946, report.brier(), 1e-14, "brier");
        assertClose(0.037532142857142854, report.brierVariance(), 1e-14, "numpy: cov(x, aweights=w)");
        double se = Math.sqrt(report.brierVariance() / report.effectiveN().doubleValue());
        assertTrue((report.brierInterval().high() - report.brier()) / se > 4.3, "more than Student's t with two degrees");
        Comparison comparison = report.comparison();
        assertEquals(8.5, comparison.n());
        assertTrue(comparison.confidenceSequence().high() > 0.99, "bets are bounded by the greatest weight");
    }

    /** Weights that sum to 1 a question: 300 revisions of three questions are three questions. */
    @Test
    void revisionsAreNoMoreThanTheirQuestions() {
        Tally tally = new Tally();
        for (int i = 0; i < 300; i++) {
            tally.add(0.2 + i % 3 * 0.3, i % 3 == 2, 0.01);
        }
        assertEquals(3L, tally.report(1).n().longValue());
        assertClose(3, tally.report(1).effectiveN().doubleValue(), 1e-14, "effective");
    }

    @Test
    void noReferencesNoComparison() {
        Tally tally = new Tally();
        tally.add(0.5, true);
        assertNull(tally.differences());
        assertNull(tally.report(1).comparison());
        assertNull(tally.report(1).skill().reference());
    }

    @ParameterizedTest
    @CsvSource({ "-0.1, 1, 0.5", "1.1, 1, 0.5", "NaN, 1, 0.5", "0.5, -1, 0.5", "0.5, NaN, 0.5", "0.5, Infinity, 0.5",
            "0.5, 1e10, 0.5", "0.5, 1, 2", "0.5, 1, NaN" })
    void refusesWhatIsOutOfRangeAndCountsNothing(double p, double weight, double reference) {
        Tally tally = new Tally();
        assertThrows(IllegalArgumentException.class, () -> tally.add(p, true, weight, reference));
        assertEquals(LevelTable.EMPTY, tally.table());
        assertNull(tally.differences());
    }
}
