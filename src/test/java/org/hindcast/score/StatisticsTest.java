package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single statistics where the answer is known otherwise than from the shared files. */
class StatisticsTest {

    /** Every edge and every per mille falls where the integers k * 10 / 1000 put it; just below an edge is the bin below. */
    @Test
    void binsAreClosedOnTheLeft() {
        for (int k = 0; k <= 1000; k++) {
            assertEquals(Math.min(9, k * 10 / 1000), Bins.indexOf(k / 1000.0), "at " + k);
        }
        for (int k = 1; k <= 9; k++) {
            assertEquals(k - 1, Bins.indexOf(Math.nextDown(k / 10.0)), "below " + k);
        }
        assertEquals(0, Bins.indexOf(Double.MIN_VALUE));
        assertEquals(9, Bins.indexOf(Math.nextDown(1.0)));
    }

    /** Two levels are a 2 x 2 table, for which Firth's penalty is half a forecast more in each cell. */
    @ParameterizedTest
    @CsvSource({ "6, 0, 9, 9", "6, 1, 9, 5", "1, 0, 1, 1", "8, 8, 5, 5", "4, 0, 7, 0" })
    void firthAddsHalfAForecastToEachCell(double n1, double h1, double n2, double h2) {
        Cox cox = Cox.of(LevelTable.of(new double[] { 0.3, 0.8 }, new double[] { n1, n2 }, new double[] { h1, h2 }));
        assertEquals(true, cox.firth());
        double low = Math.log((h1 + 0.5) / (n1 - h1 + 0.5));
        double high = Math.log((h2 + 0.5) / (n2 - h2 + 0.5));
        double slope = (high - low) / (Math.log(4) - Math.log(3 / 7.0));
        assertClose(slope, cox.slope(), "slope");
        assertClose(high - slope * Math.log(4), cox.intercept(), "intercept");
        assertTrue(cox.chiSquare() >= 0 && cox.pValue() <= 1);
    }

    /** Without the penalty a 2 x 2 table is fitted exactly; the standard error of its log odds ratio is textbook. */
    @Test
    void coxFitsTwoLevelsExactly() {
        Cox cox = Cox.of(LevelTable.of(new double[] { 0.2, 0.8 }, new double[] { 40, 40 }, new double[] { 15, 25 }));
        assertEquals(false, cox.firth());
        double slope = 2 * Math.log(25 / 15.0) / (2 * Math.log(4));
        assertClose(slope, cox.slope(), "slope");
        assertEquals(0, cox.intercept(), 1e-12);
        assertClose(Math.sqrt(2 / 15.0 + 2 / 25.0) / (2 * Math.log(4)), cox.slopeStandardError(), "standard error");
        double gained = 2 * (2 * (25 * Math.log(25 / 40.0) + 15 * Math.log(15 / 40.0))
                - 2 * (25 * Math.log(0.8) + 15 * Math.log(0.2)));
        assertClose(gained, cox.chiSquare(), "chi squared");
        assertClose(Math.exp(-gained / 2), cox.pValue(), "two degrees of freedom");
    }

    /** Twelve of each outcome, all told apart: the slope would be infinite. */
    @Test
    void separationCallsForThePenalty() {
        Cox cox = Cox.of(LevelTable.of(new double[] { 0.45, 0.55 }, new double[] { 12, 12 }, new double[] { 0, 12 }));
        assertEquals(true, cox.firth());
        assertClose(Math.log(25) / Math.log(0.55 / 0.45), cox.slope(), "half a forecast in each cell");
    }

    /** Forecasts of 0, 1/2 and 1, right where they are certain: the slope would be infinite, though it is small for long. */
    @Test
    void separationIsSeenWhereTheSlopeIsStillSmall() {
        Cox cox = Cox.of(LevelTable.of(new double[] { 0, 0.5, 1 }, new double[] { 30, 20, 30 }, new double[] { 0, 10, 30 }));
        assertEquals(true, cox.firth());
        assertTrue(cox.slope() < 20 && cox.slopeStandardError() < 10, cox.toString());
        assertEquals(false, Cox.of(LevelTable.of(new double[] { 0, 0.5, 1 }, new double[] { 30, 20, 30 },
                new double[] { 0, 10, 29 })).firth(), "one miss at 1, so that no threshold parts them");
    }

    @Test
    void overconfidenceIsFolded() {
        Report report = Report.of(LevelTable.of(new double[] { 0.1, 0.5, 0.8 }, new double[] { 10, 7, 10 },
                new double[] { 2, 0, 7 }));
        assertClose(0.85 - 15 / 20.0, report.overconfidence(), "0.9 and 0.8 said, 8 and 7 of 10 right");
        assertClose(0.75, report.hitRate().rate(), "1/2 takes no side");
        assertNull(Report.of(LevelTable.of(new double[] { 0.5 }, new boolean[] { true })).overconfidence());
    }

    /** A t test of the mean: with horizon 1, Diebold-Mariano with the small-sample correction is nothing else. */
    @Test
    void dieboldMarianoIsStudentsT() {
        double[] d = { 0.1, -0.05, 0.2, 0.15, 0.02 };
        double sum = 0;
        double squares = 0;
        for (double x : d) {
            sum += x;
            squares += x * x;
        }
        double mean = sum / 5;
        double gamma0 = squares / 5 - mean * mean;
        double corrected = mean / Math.sqrt(gamma0 / 5) * Math.sqrt((5 + 1 - 2 + 0) / 5.0);
        Comparison comparison = Comparison.of(new Differences(5, sum, squares, null));
        assertClose(corrected, comparison.dieboldMariano().statistic(), "statistic");
        assertClose(0.1339784492821219, comparison.dieboldMariano().pValue(), "scipy: ttest_1samp(d, 0)");
        assertNull(Comparison.of(new Differences(1, 0.1, 0.01, null)).dieboldMariano().statistic());
        assertNull(Comparison.of(new Differences(0, 0, 0, null)));
        assertNull(Comparison.of(null));
    }

    /** Against the formula of Harvey, Leybourne and Newbold, computed with numpy and scipy. */
    @ParameterizedTest
    @CsvSource({ "1, 1.410398890768722, 0.20810060570736907", "2, 1.5669214934871238, 0.16817617904622517",
            "3, 1.3187609467915744, 0.23534659426125526" })
    void dieboldMarianoOfLongerHorizons(int horizon, double statistic, double pValue) {
        double[] d = { 0.1, -0.05, 0.2, 0.15, 0.02, 0.08, -0.1 };
        Comparison.DieboldMariano test = Comparison.dieboldMariano(d, horizon);
        assertClose(statistic, test.statistic(), "statistic");
        assertClose(pValue, test.pValue(), "p-value");
    }

    @Test
    void dieboldMarianoNeedsMoreDifferencesThanItLooksAhead() {
        assertThrows(IllegalArgumentException.class, () -> Comparison.dieboldMariano(new double[] { 0.1, 0.2 }, 2));
        assertNull(Comparison.dieboldMariano(new double[] { 0.1, 0.1, 0.1 }, 1).statistic());
    }

    /** However far apart the sums, the evidence is a finite number, and more of the same is more evidence. */
    @Test
    void evidenceIsFiniteAtBothEnds() {
        double last = Double.NEGATIVE_INFINITY;
        for (double sum = -1e6; sum <= 1e6; sum += 50_000) {
            double log = EProcess.log(sum, 1e6);
            assertTrue(Double.isFinite(log) && log >= last, "at " + sum);
            last = log;
        }
        assertTrue(EProcess.log(1e6, 1e6) > 1000 && EProcess.log(-1e6, 1e6) < 0);
        assertClose(0, EProcess.log(0, 0), "no forecasts, no evidence");
    }

    @Test
    void storedSumsAreExact() {
        Differences stored = Differences.ofMillionths(4, 250_000, 62_500_000_000L);
        assertEquals(new Differences(4, 0.25, 0.0625, null), stored);
        assertEquals(new Differences(8, 0.5, 0.125, null), stored.plus(stored));
        assertThrows(IllegalArgumentException.class, () -> new Differences(2, 3, 1, null));
        assertThrows(IllegalArgumentException.class, () -> new Differences(2, 1, Double.NaN, null));
    }

    @Test
    void againstACoin() {
        LevelTable table = LevelTable.of(new double[] { 0.1, 0.8 }, new double[] { 10, 5 }, new double[] { 1, 4 });
        Differences coin = Differences.againstCoin(table);
        assertClose(Report.of(table).skill().coinFlip(), coin.mean() / 0.25, "skill");
        assertClose(Report.of(table).brierVariance(), coin.variance(), "the variance of the score");
        assertClose(coin.mean() * 4, Report.of(table, coin, 1).skill().reference(), "as reference");
    }

    /** From the integers alone: sum of h (1000 - k)^2 + (n - h) k^2 over 10^6 N. */
    @Test
    void brierOfPerMilleIsTheIntegersQuotient() {
        PerMilleTable table = PerMilleTable.of(137, 71, 12).plus(PerMilleTable.of(999, 33, 32))
                .plus(PerMilleTable.of(500, 9, 4));
        long numerator = 0;
        long n = 0;
        for (var entry : table.cells().entrySet()) {
            long k = entry.getKey();
            long hits = entry.getValue().hits();
            numerator += hits * (1000 - k) * (1000 - k) + (entry.getValue().n() - hits) * k * k;
            n += entry.getValue().n();
        }
        assertClose(numerator / (1e6 * n), Report.of(table.levels()).brier(), 1e-15, "Brier");
    }
}
