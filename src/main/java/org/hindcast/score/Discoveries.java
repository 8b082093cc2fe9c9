package org.hindcast.score;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many comparisons stand, with the expected share of false ones kept to alpha, whatever the dependence between them:
 * the e-BH procedure (Wang and Ramdas 2022, JRSSB 84:822).
 */
public final class Discoveries {

    private Discoveries() {
    }

    /**
     * Rejects the k null hypotheses with the largest e-values, for the largest k at which the k-th is at least K / (alpha k).
     *
     * @param logEValues natural logarithms of the K e-values
     * @param alpha false discovery rate, in (0, 1)
     * @return the indices of those rejected
     */
    public static BitSet of(double[] logEValues, double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("a false discovery rate lies between 0 and 1, not " + alpha);
        }
        int[] order = IntStream.range(0, logEValues.length).boxed()
                .sorted(Comparator.comparingDouble(i -> -logEValues[i])).mapToInt(Integer::intValue).toArray();
        BitSet rejected = new BitSet();
        for (int k = order.length; k >= 1; k--) {
            if (logEValues[order[k - 1]] >= Math.log(logEValues.length / (alpha * k))) {
                Arrays.stream(order, 0, k).forEach(rejected::set);
                break;
            }
        }
        return rejected;
    }
}
