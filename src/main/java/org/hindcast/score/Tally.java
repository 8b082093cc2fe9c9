package org.hindcast.score;

import java.util.Arrays;

/**
 * Takes forecasts one by one and keeps no more of them than a level for each distinct probability, so a million rows are no
 * burden. Probabilities stay as they were given, and the order of the rows makes no difference to any bit of the result. Not
 * for use by several threads at once; tallies of parts can be merged.
 */
public final class Tally {

    /** The greatest weight of a forecast. Weights are kept to 1e-18. */
    public static final double GREATEST_WEIGHT = 1e9;

    private int size;
    private int[] slots = new int[64];
    private double[] p = new double[16];
    private long[] n = new long[16];
    private long[] hits = new long[16];
    /** Weights other than 1, by level; absent until there is one. */
    private FixedPointSum[] weights;
    private FixedPointSum[] weightsOfHits;

    private final WeightSum all = new WeightSum();
    private final WeightSum pairs = new WeightSum();
    private final FixedPointSum differences = new FixedPointSum();
    private final FixedPointSum squares = new FixedPointSum();
    private final FixedPointSum references = new FixedPointSum();

    /**
     * Counts a forecast.
     *
     * @param p probability of YES, 0..1
     * @param happened whether it came out YES
     * @throws IllegalArgumentException for a number out of range
     */
    public void add(double p, boolean happened) {
        int level = levelOf(probability(p));
        all.add(1);
        n[level]++;
        hits[level] += happened ? 1 : 0;
    }

    /**
     * Counts a forecast as {@code weight} forecasts. As evidence it stays one: see {@link Report#effectiveN}.
     *
     * @param weight 0..{@link #GREATEST_WEIGHT}
     * @throws IllegalArgumentException for a number out of range
     */
    public void add(double p, boolean happened, double weight) {
        if (weight == 1) {
            add(p, happened);
            return;
        }
        if (!(weight >= 0 && weight <= GREATEST_WEIGHT)) {
            throw new IllegalArgumentException("a weight lies in 0.." + GREATEST_WEIGHT + ", not " + weight);
        }
        int level = levelOf(probability(p));
        all.add(weight);
        if (weights == null) {
            weights = new FixedPointSum[n.length];
            weightsOfHits = new FixedPointSum[n.length];
        }
        weights[level] = plus(weights[level], weight);
        weightsOfHits[level] = plus(weightsOfHits[level], happened ? weight : 0);
    }

    /**
     * Counts a forecast and compares it with a reference of the same question at the same moment.
     *
     * @param reference the reference's probability of YES, 0..1
     * @throws IllegalArgumentException for a number out of range
     */
    public void add(double p, boolean happened, double weight, double reference) {
        double referenceBrier = ProperScore.BRIER.of(probability(reference), happened);
        add(p, happened, weight);
        double d = referenceBrier - ProperScore.BRIER.of(p, happened);
        pairs.add(weight);
        differences.add(weight * d);
        squares.add(weight * d * d);
        references.add(weight * referenceBrier);
    }

    /** Counts all that the other tally has counted. */
    public void add(Tally other) {
        for (int i = 0; i < other.size; i++) {
            int level = levelOf(other.p[i]);
            n[level] += other.n[i];
            hits[level] += other.hits[i];
            if (other.weights != null && other.weights[i] != null) {
                weights = weights == null ? new FixedPointSum[n.length] : weights;
                weightsOfHits = weightsOfHits == null ? new FixedPointSum[n.length] : weightsOfHits;
                (weights[level] = plus(weights[level], 0)).add(other.weights[i]);
                (weightsOfHits[level] = plus(weightsOfHits[level], 0)).add(other.weightsOfHits[i]);
            }
        }
        all.add(other.all);
        pairs.add(other.pairs);
        differences.add(other.differences);
        squares.add(other.squares);
        references.add(other.references);
    }

    /** What was counted so far, by level. */
    public LevelTable table() {
        double[] ascending = Arrays.copyOf(p, size);
        Arrays.sort(ascending);
        double[][] columns = new double[3][size];
        int kept = 0;
        for (double probability : ascending) {
            int level = slots[slotOf(probability)] - 1;
            double weight = n[level] + value(weights, level);
            if (weight > 0) {
                columns[0][kept] = probability;
                columns[1][kept] = weight;
                columns[2][kept++] = Math.min(weight, hits[level] + value(weightsOfHits, level));
            }
        }
        return LevelTable.ofAscending(Arrays.copyOf(columns[0], kept), Arrays.copyOf(columns[1], kept),
                Arrays.copyOf(columns[2], kept));
    }

    /** The differences to references; null where no forecast had one. */
    public Differences differences() {
        double n = pairs.value().total();
        return n == 0 ? null : new Differences(n, differences.value(), squares.value(), references.value());
    }

    /** The report over what was counted so far; {@code seed} as of {@link Report#of(LevelTable, Differences, long)}. */
    public Report report(long seed) {
        return Report.of(table(), all.value(), differences(), pairs.value(), seed);
    }

    private static double probability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0..1, not " + p);
        }
        return p + 0.0;
    }

    private static FixedPointSum plus(FixedPointSum sum, double term) {
        FixedPointSum result = sum == null ? new FixedPointSum() : sum;
        result.add(term);
        return result;
    }

    private static double value(FixedPointSum[] sums, int level) {
        return sums == null || sums[level] == null ? 0 : sums[level].value();
    }

    private int levelOf(double probability) {
        int slot = slotOf(probability);
        if (slots[slot] == 0) {
            if (size == p.length) {
                grow();
                slot = slotOf(probability);
            }
            p[size] = probability;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    /** Open addressing; a slot holds a level's index + 1, or 0. */
    private int slotOf(double probability) {
        long bits = Double.doubleToLongBits(probability) * 0x9E3779B97F4A7C15L;
        int slot = (int) (bits >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && p[slots[slot] - 1] != probability) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        int capacity = Math.multiplyExact(p.length, 2);
        p = Arrays.copyOf(p, capacity);
        n = Arrays.copyOf(n, capacity);
        hits = Arrays.copyOf(hits, capacity);
        weights = weights == null ? null : Arrays.copyOf(weights, capacity);
        weightsOfHits = weightsOfHits == null ? null : Arrays.copyOf(weightsOfHits, capacity);
        slots = new int[capacity * 4];
        for (int level = 0; level < size; level++) {
            slots[slotOf(p[level])] = level + 1;
        }
    }
}
