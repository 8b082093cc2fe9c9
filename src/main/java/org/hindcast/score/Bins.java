package org.hindcast.score;

import java.util.function.IntUnaryOperator;

/**
 * A level table summed up in bins: of each, n, hits, mean probability and frequency, and how forecasts spread within it.
 */
final class Bins {

    /** Ten equal bins [j/10, (j+1)/10), the last one closed: a forecast on an edge belongs to the bin above it. */
    static final int TEN = 10;

    final int count;
    final double[] n;
    final double[] hits;
    final double[] mean;
    final double[] frequency;
    /** Sum over a bin of n (p - mean)^2. */
    final double variance;
    /** Sum over all forecasts of (p - mean)(y - frequency), each in its bin. */
    final double covariance;

    private Bins(LevelTable table, int count, IntUnaryOperator binOfLevel) {
        this.count = count;
        n = sums(table, binOfLevel, table::n);
        hits = sums(table, binOfLevel, table::hits);
        mean = sums(table, binOfLevel, i -> table.n(i) * table.p(i));
        frequency = new double[count];
        for (int k = 0; k < count; k++) {
            mean[k] /= n[k];
            frequency[k] = hits[k] / n[k];
        }
        keepWithinLevels(table, binOfLevel);
        variance = table.sum(i -> {
            double error = table.p(i) - mean[binOfLevel.applyAsInt(i)];
            return table.n(i) * error * error;
        });
        covariance = table.sum(i -> {
            int k = binOfLevel.applyAsInt(i);
            return (table.p(i) - mean[k]) * (table.hits(i) - table.n(i) * frequency[k]);
        });
    }

    /** A mean lies between the probabilities it is of, also in its last bit: else it might lie outside its bin. */
    private void keepWithinLevels(LevelTable table, IntUnaryOperator binOfLevel) {
        double[] lowest = new double[count];
        for (int i = table.size() - 1; i >= 0; i--) {
            lowest[binOfLevel.applyAsInt(i)] = table.p(i);
        }
        for (int i = 0; i < table.size(); i++) {
            int k = binOfLevel.applyAsInt(i);
            boolean highest = i + 1 == table.size() || binOfLevel.applyAsInt(i + 1) != k;
            if (highest) {
                mean[k] = Math.max(lowest[k], Math.min(table.p(i), mean[k]));
            }
        }
    }

    static Bins ten(LevelTable table) {
        return new Bins(table, TEN, i -> indexOf(table.p(i)));
    }

    /** Every distinct probability its own bin. */
    static Bins distinct(LevelTable table) {
        return new Bins(table, table.size(), i -> i);
    }

    /**
     * The bin of a probability. Edges are the doubles nearest to j/10, so 0.3 and 300 per mille fall into the bin that starts
     * there, as with k * 10 / 1000 in integers.
     */
    static int indexOf(double p) {
        int k = (int) Math.min(TEN - 1, Math.floor(p * TEN));
        if (p < edge(k)) {
            return k - 1;
        }
        return k < TEN - 1 && p >= edge(k + 1) ? k + 1 : k;
    }

    static double edge(int k) {
        return k / (double) TEN;
    }

    private double[] sums(LevelTable table, IntUnaryOperator binOfLevel, LevelTable.Term term) {
        Sum[] sums = new Sum[count];
        for (int i = 0; i < table.size(); i++) {
            int k = binOfLevel.applyAsInt(i);
            (sums[k] == null ? sums[k] = new Sum() : sums[k]).add(term.at(i));
        }
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = sums[k] == null ? 0 : sums[k].value();
        }
        return values;
    }

    /** The sum of a term over the bins that hold forecasts. */
    double sum(LevelTable.Term term) {
        Sum sum = new Sum();
        for (int k = 0; k < count; k++) {
            if (n[k] > 0) {
                sum.add(term.at(k));
            }
        }
        return sum.value();
    }
}
