package org.hindcast.score;

/**
 * Pool-adjacent-violators: the non-decreasing frequencies closest to hits / n over ascending levels (Ayer et al. 1955), which
 * is at once the best fit under every proper score. Neighbours are pooled when the left frequency is not below the right
 * one, decided by cross products so that counts are compared without a division. O(levels). The buffers are used again by the
 * next {@link #fit}.
 */
final class Isotonic {

    private final int[] end;
    private final double[] n;
    private final double[] hits;
    private int blocks;

    Isotonic(int capacity) {
        end = new int[capacity];
        n = new double[capacity];
        hits = new double[capacity];
    }

    static Isotonic of(LevelTable table) {
        Isotonic fit = new Isotonic(table.size());
        for (int i = 0; i < table.size(); i++) {
            fit.add(table.n(i), table.hits(i));
        }
        return fit;
    }

    /** Fits the first {@code levels} entries; each n is more than 0. */
    void fit(double[] n, double[] hits, int levels) {
        blocks = 0;
        for (int i = 0; i < levels; i++) {
            add(n[i], hits[i]);
        }
    }

    private void add(double levelN, double levelHits) {
        int block = blocks++;
        end[block] = (block == 0 ? 0 : end[block - 1]) + 1;
        n[block] = levelN;
        hits[block] = levelHits;
        while (block > 0 && hits[block - 1] * n[block] >= hits[block] * n[block - 1]) {
            end[block - 1] = end[block];
            n[block - 1] += n[block];
            hits[block - 1] += hits[block];
            block--;
        }
        blocks = block + 1;
    }

    int blocks() {
        return blocks;
    }

    /** The index behind the last level of a block. */
    int end(int block) {
        return end[block];
    }

    double n(int block) {
        return n[block];
    }

    double hits(int block) {
        return hits[block];
    }

    /** A block's frequency, which is the recalibrated probability of its levels. */
    double frequency(int block) {
        return hits[block] / n[block];
    }

    /** The recalibrated probability of every level. */
    double[] recalibrated() {
        double[] recalibrated = new double[blocks == 0 ? 0 : end[blocks - 1]];
        for (int block = 0, level = 0; block < blocks; block++) {
            for (; level < end[block]; level++) {
                recalibrated[level] = frequency(block);
            }
        }
        return recalibrated;
    }

    /** The sum of Brier scores of the recalibrated forecasts. */
    double brier() {
        Sum sum = new Sum();
        for (int block = 0; block < blocks; block++) {
            sum.add(hits[block] * (1 - frequency(block)));
        }
        return sum.value();
    }

    /** The sum of log scores of the recalibrated forecasts, not clipped: finite, since 0 and 1 stand only where all agreed. */
    double log() {
        Sum sum = new Sum();
        for (int block = 0; block < blocks; block++) {
            sum.add(entropy(n[block], hits[block]));
        }
        return sum.value();
    }

    /** -h ln(h/n) - (n-h) ln(1-h/n), with 0 ln 0 = 0. */
    static double entropy(double n, double hits) {
        double misses = n - hits;
        return (hits > 0 ? -hits * Math.log(hits / n) : 0) + (misses > 0 ? -misses * Math.log(misses / n) : 0);
    }
}
