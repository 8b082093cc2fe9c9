package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EProcessTest {

    /** The additive form on the baseball forecasts of Choe and Ramdas; positive: the first named is better. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            n,     mean,                   squares,           low,                    high,                   forward,             reverse
            25165, -0.0016332827513504606, 39.99389777359855, -0.0025301409410003564, -0.0007364245617005648, -2.7603930409955737, 10.632564250895683
            25165, 0.006249969469942266,   138.46861502036074, 0.00469813597258991,   0.007801802967294622,   48.86596010988842,   -4.055546267729629
            25165, -0.0012547227492715027, 139.67894917288118, -0.002813059741844228, 0.00030361424330122293, -2.5851545194100822, 2.2426228696641033
            25165, 0.0023458612868840693,  265.7256901257144, 0.0002057408517019861,  0.0044859817220661525,  4.562432121026916,   -3.170430560632809
            """, useHeadersInDisplayName = true)
    void agreesWithThePublishedComparisons(double n, double mean, double squares, double low, double high, double forward,
            double reverse) {
        Comparison comparison = Comparison.of(new Differences(n, n * mean, squares, null));
        assertClose(low, comparison.confidenceSequence().low(), "low");
        assertClose(high, comparison.confidenceSequence().high(), "high");
        assertClose(forward, comparison.logEValue(), "forward");
        assertClose(reverse, comparison.logEValueReverse(), "reverse");
    }

    @Test
    void agreesWithTheSharedFile() {
        SharedScoring.json("seqcomp_additive_expected.json").fields().forEachRemaining(entry -> {
            var row = entry.getValue();
            double n = row.get("n").asDouble();
            agreesWithThePublishedComparisons(n, row.get("mean").asDouble(), row.get("Q").asDouble(), row.get("lcb").asDouble(),
                    row.get("ucb").asDouble(), row.get("log_e_pq").asDouble(), row.get("log_e_qp").asDouble());
        });
    }
}
