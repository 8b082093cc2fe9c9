package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores of single forecasts: binary, of several options, of numbers and dates. */
class ScoresTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            p,      happened, brier,    log,                  spherical
            0.7,    true,     0.09,     0.35667494393873245,  0.9191450300180578
            0.7,    false,    0.49,     1.2039728043259361,   0.3939192985791676
            0.5,    true,     0.25,     0.6931471805599453,   0.7071067811865476
            0,      true,     1,        6.907755278982137,    0
            0,      false,    0,        0.0010005003335835344, 1
            1,      true,     0,        0.0010005003335835344, 1
            0.0005, true,     0.99900025, 6.907755278982137,  0.0005002500624686992
            """, useHeadersInDisplayName = true)
    void binary(double p, boolean happened, double brier, double log, double spherical) {
        assertClose(brier, ProperScore.BRIER.of(p, happened), 1e-12, "Brier");
        assertClose(log, ProperScore.LOG.of(p, happened), 1e-12, "log");
        assertClose(spherical, ProperScore.SPHERICAL.of(p, happened), 1e-12, "spherical");
    }

    /** Whoever believes q loses in expectation by saying anything else (but for the clip of the log score). */
    @Test
    void theyAreProper() {
        for (ProperScore score : ProperScore.values()) {
            int sign = score == ProperScore.SPHERICAL ? -1 : 1;
            for (double q = 0.01; q < 1; q += 0.07) {
                double honest = sign * (q * score.of(q, true) + (1 - q) * score.of(q, false));
                for (double p = 0; p <= 1; p += 0.01) {
                    assertTrue(honest <= sign * (q * score.of(p, true) + (1 - q) * score.of(p, false)) + 1e-12);
                }
            }
        }
    }

    @Test
    void severalOptions() {
        Options three = Options.of(0.5, 0.3, 0.2);
        assertClose(0.25 + 0.49 + 0.04, three.brier(1), "Brier");
        assertClose(-Math.log(0.3), three.log(1), "log");
        assertClose(0.3 / Math.sqrt(0.38), three.spherical(1), "spherical");
        assertClose(0.25 + 0.04, three.ranked(1), "RPS");
        assertClose(0.145, three.rankedNormalised(1), "RPS, normalised");
        assertClose(100 * Math.log(0.9) / Math.log(3), three.baseline(1), "baseline");
        assertTrue(Options.of(0.1, 0.8, 0.1).ranked(0) < Options.of(0.1, 0.1, 0.8).ranked(0), "a near miss costs less");
        assertClose(2 * ProperScore.BRIER.of(0.7, true), Options.of(0.7, 0.3).brier(0), "two options");
    }

    @Test
    void optionsMustBeComplete() {
        assertThrows(IllegalArgumentException.class, () -> Options.of(0.5, 0.3));
        assertThrows(IllegalArgumentException.class, () -> Options.of(1));
        assertThrows(IllegalArgumentException.class, () -> Options.of(-0.5, 1.5));
        assertThrows(IllegalArgumentException.class, () -> Options.of(Double.NaN, 1));
        assertEquals(0, Options.of(0.9999999, 0).brier(0), "renormalised");
    }

    /** Bracher et al.: twice the mean pinball loss over the quantiles is the weighted interval score. */
    @Test
    void weightedIntervalScoreIsTwiceTheMeanPinballLoss() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            double y = 10 * random.nextGaussian();
            double wis = Quantiles.weightedIntervalScore(1, new double[] { 0.5, 0.2, 0.1 }, new double[] { -1, -4, -9 },
                    new double[] { 2, 5, 11 }, y);
            double[] taus = { 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95 };
            double[] quantiles = { -9, -4, -1, 1, 2, 5, 11 };
            double pinball = 0;
            for (int k = 0; k < taus.length; k++) {
                pinball += Quantiles.pinball(taus[k], quantiles[k], y);
            }
            assertClose(2 * pinball / taus.length, wis, 1e-12, "y = " + y);
        }
    }

    @Test
    void intervals() {
        assertClose(4, Quantiles.intervalScore(0.2, 1, 5, 3), "inside: the width");
        assertClose(4, Quantiles.intervalScore(0.2, 1, 5, 5), "the edge is inside");
        assertClose(4 + 10 * 2, Quantiles.intervalScore(0.2, 1, 5, 7), "outside");
        assertThrows(IllegalArgumentException.class, () -> Quantiles.intervalScore(0.2, 5, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.pinball(1, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.weightedIntervalScore(0, new double[] { 0.5, 0.2 },
                new double[] { -2, -1 }, new double[] { 2, 3 }, 0), "crossing quantiles");
    }

    /** Closed forms against the score of many equally spaced quantiles. */
    @ParameterizedTest
    @CsvSource({ "0.3", "-4", "2.5", "0" })
    void continuousDistributions(double y) {
        int m = 20_000;
        double[] normal = new double[m];
        double[] logistic = new double[m];
        double[] uniform = new double[m];
        var standard = org.apache.commons.statistics.distribution.NormalDistribution.of(0.5, 2);
        for (int i = 0; i < m; i++) {
            double u = (i + 0.5) / m;
            normal[i] = standard.inverseCumulativeProbability(u);
            logistic[i] = 0.5 + 2 * Math.log(u / (1 - u));
            uniform[i] = -1 + 3 * u;
        }
        assertClose(Crps.ensemble(normal, y), Crps.normal(0.5, 2, y), 1e-3, "normal");
        assertClose(Crps.ensemble(logistic, y), Crps.logistic(0.5, 2, y), 1e-3, "logistic");
        assertClose(Crps.ensemble(uniform, y), Crps.uniform(-1, 2, y), 1e-3, "uniform");
    }

    @Test
    void ensembles() {
        double[] draws = { 3, 1, 2 };
        assertClose((2 + 0 + 1) / 3.0 - 8 / 18.0, Crps.ensemble(draws, 1), "as the distribution of three");
        assertClose(1 - 8 / 12.0, Crps.fairEnsemble(draws, 1), "fair");
        assertEquals(2, Crps.ensemble(new double[] { 3 }, 5), "a point: absolute error");
    }

    @Test
    void dates() {
        double[] times = { 0, 10, 20 };
        double[] f = { 0.1, 0.4, 0.8 };
        assertClose(0.1 + 1.6 + 6.4, Crps.byDate(times, f, Double.POSITIVE_INFINITY, 30), "never");
        assertClose(0.1 + 10 * 0.36 + 10 * 0.04, Crps.byDate(times, f, 10, 30), "on day 10");
        assertClose(0.1 + 5 * 0.16 + 5 * 0.36 + 10 * 0.04, Crps.byDate(times, f, 15, 30), "between");
        assertThrows(IllegalArgumentException.class, () -> Crps.byDate(times, new double[] { 0.5, 0.4, 0.8 }, 1, 30));
        assertThrows(IllegalArgumentException.class, () -> Crps.byDate(times, f, 1, 15));
    }
}
