package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

class BinomialTest {

    /** R 4: prop.test(correct = FALSE) and qbeta. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            hits,    n, wilsonLow,           wilsonHigh,         jeffreysLow,         jeffreysHigh
            0,       5, 0,                   0.43448246478317476, 0,                   0.37937714229903935
            5,       5, 0.5655175352168251,  1,                  0.6206228577009606,  1
            1,       1, 0.20654931437723745, 1,                  0.1467463163095751,  1
            3,      10, 0.10779126740630099, 0.6032218525388546, 0.09269459393815316, 0.6058183181486713
            16,     17, 0.7301796936242461,  0.9895395990150025, 0.756384482855098,   0.9935778132050251
            47,    100, 0.3751081795934127,  0.5671114302990063, 0.37420051866484194, 0.5675082721200376
            530,  1000, 0.49901030909301675, 0.56076008539785,   0.49901671564050354, 0.5608099064823926
            """, useHeadersInDisplayName = true)
    void agreesWithR(double hits, double n, double wilsonLow, double wilsonHigh, double jeffreysLow, double jeffreysHigh) {
        assertInterval(wilsonLow, wilsonHigh, Binomial.wilson(hits, n));
        assertInterval(jeffreysLow, jeffreysHigh, Binomial.jeffreys(hits, n));
    }

    /** The file says 0..1 for n = 0; ours is no interval at all, since nothing is known. */
    @Test
    void agreesWithTheSharedFile() {
        for (JsonNode row : SharedScoring.json("binomial_intervals_expected.json")) {
            double hits = row.get("hits").asDouble();
            double n = row.get("n").asDouble();
            if (n > 0) {
                assertInterval(row.get("wilson95"), Binomial.wilson(hits, n));
                assertInterval(row.get("jeffreys95_endpoint_adjusted"), Binomial.jeffreys(hits, n));
            }
        }
    }

    @Test
    void nothingIsKnownOfNoCalls() {
        assertNull(Binomial.wilson(0, 0));
        assertNull(Binomial.jeffreys(0, 0));
        assertEquals(new Calls(0, 0, null, null), Calls.of(0, 0));
    }

    @ParameterizedTest
    @CsvSource({ "-1,5", "6,5", "NaN,5", "1,NaN", "1,Infinity" })
    void refusesWhatIsNoCount(double hits, double n) {
        assertThrows(IllegalArgumentException.class, () -> Binomial.wilson(hits, n));
        assertThrows(IllegalArgumentException.class, () -> Binomial.jeffreys(hits, n));
    }

    @ParameterizedTest
    @CsvSource({ "0.5,1", "1e9,1e12", "0,1e12", "1e12,1e12", "0.25,0.5" })
    void staysWithinZeroAndOneForFractionsAndExtremes(double hits, double n) {
        for (Interval interval : new Interval[] { Binomial.wilson(hits, n), Binomial.jeffreys(hits, n) }) {
            assertEquals(interval, interval.clamp(0, 1));
            assertEquals(true, interval.low() <= hits / n && hits / n <= interval.high(), interval + " around " + hits / n);
        }
    }

    private static void assertInterval(JsonNode expected, Interval actual) {
        assertInterval(expected.get(0).asDouble(), expected.get(1).asDouble(), actual);
    }

    private static void assertInterval(double low, double high, Interval actual) {
        assertClose(low, actual.low(), "low");
        assertClose(high, actual.high(), "high");
    }
}
