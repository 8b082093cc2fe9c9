package org.hindcast.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a set of forecasts of yes-or-no questions amounts to: for every distinct probability, ascending, how many forecasts
 * gave it (n) and how many of these came true (hits). Every binary score, decomposition and test can be had from it, in
 * time linear in the number of levels. Probabilities keep their full precision; n and hits are real numbers, so weights
 * multiply them and one forecast of weight 2 is two forecasts. Immutable; equal content is the same table.
 */
public final class LevelTable {

    /** No forecasts. */
    public static final LevelTable EMPTY = new LevelTable(new double[0], new double[0], new double[0]);

    private final double[] p;
    private final double[] n;
    private final double[] hits;
    private final double totalN;
    private final double totalHits;

    private LevelTable(double[] p, double[] n, double[] hits) {
        this.p = p;
        this.n = n;
        this.hits = hits;
        this.totalN = sum(i -> n[i]);
        this.totalHits = sum(i -> hits[i]);
    }

    /**
     * A table from rows in any order; rows of the same probability become one level.
     *
     * @param p probabilities of YES, 0..1
     * @param n forecasts (or their weight), 0 or more; rows with 0 are left out
     * @param hits of these, how many came true, 0..n
     * @throws IllegalArgumentException for lengths that differ or numbers out of range, naming the row
     */
    public static LevelTable of(double[] p, double[] n, double[] hits) {
        if (p.length != n.length || p.length != hits.length) {
            throw new IllegalArgumentException(
                    "p, n and hits differ in length: " + p.length + ", " + n.length + ", " + hits.length);
        }
        for (int i = 0; i < p.length; i++) {
            check(i, p[i], n[i], hits[i]);
        }
        // By n and hits as well, so that fractional weights of one level add up in the same order whatever the rows' was
        int[] order = IntStream.range(0, p.length).filter(i -> n[i] > 0).boxed()
                .sorted((a, b) -> p[a] != p[b] ? Double.compare(p[a], p[b])
                        : n[a] != n[b] ? Double.compare(n[a], n[b]) : Double.compare(hits[a], hits[b]))
                .mapToInt(Integer::intValue).toArray();
        double[][] columns = new double[3][order.length];
        int last = -1;
        for (int i : order) {
            if (last < 0 || columns[0][last] != p[i]) {
                columns[0][++last] = p[i] + 0.0;
            }
            columns[1][last] += n[i];
            columns[2][last] += hits[i];
        }
        return ofAscending(Arrays.copyOf(columns[0], last + 1), Arrays.copyOf(columns[1], last + 1),
                Arrays.copyOf(columns[2], last + 1));
    }

    /** One forecast a row, each of weight 1. */
    public static LevelTable of(double[] p, boolean[] happened) {
        double[] ones = new double[p.length];
        Arrays.fill(ones, 1);
        double[] hits = new double[happened.length];
        Arrays.setAll(hits, i -> happened[i] ? 1 : 0);
        return of(p, ones, hits);
    }

    /** For callers in this package that already hold checked, distinct, ascending levels; the arrays are not copied. */
    static LevelTable ofAscending(double[] p, double[] n, double[] hits) {
        return p.length == 0 ? EMPTY : new LevelTable(p, n, hits);
    }

    /** Both tables' forecasts together. */
    public LevelTable plus(LevelTable other) {
        return of(concat(p, other.p), concat(n, other.n), concat(hits, other.hits));
    }

    /** The table with every n and hits multiplied by {@code factor}, more than 0: all means stay as they are. */
    LevelTable times(double factor) {
        return factor == 1 ? this
                : ofAscending(p, Arrays.stream(n).map(x -> x * factor).toArray(),
                        Arrays.stream(hits).map(x -> x * factor).toArray());
    }

    /**
     * The table with levels drawn together that agree to per mille, each at the mean of its forecasts: 1,001 levels at
     * most, for what would cost too much on more.
     */
    LevelTable pooled() {
        double[][] columns = new double[3][Math.min(1001, p.length)];
        int count = 0;
        for (int i = 0, end; i < p.length; i = end) {
            long perMille = Math.round(p[i] * 1000);
            Sum weights = new Sum();
            Sum hitsThere = new Sum();
            Sum means = new Sum();
            for (end = i; end < p.length && Math.round(p[end] * 1000) == perMille; end++) {
                weights.add(n[end]);
                hitsThere.add(hits[end]);
                means.add(n[end] * p[end]);
            }
            // Between the levels it stands for, whatever the rounding, so that levels stay distinct
            columns[0][count] = Math.max(p[i], Math.min(p[end - 1], means.value() / weights.value()));
            columns[1][count] = weights.value();
            columns[2][count++] = Math.min(weights.value(), hitsThere.value());
        }
        return ofAscending(Arrays.copyOf(columns[0], count), Arrays.copyOf(columns[1], count),
                Arrays.copyOf(columns[2], count));
    }

    /** How many distinct probabilities there are. */
    public int size() {
        return p.length;
    }

    /** The probability of level {@code i}, 0..{@link #size()} - 1. */
    public double p(int i) {
        return p[i];
    }

    /** Forecasts at level {@code i}, more than 0. */
    public double n(int i) {
        return n[i];
    }

    /** Forecasts at level {@code i} that came true. */
    public double hits(int i) {
        return hits[i];
    }

    /** All forecasts. */
    public double n() {
        return totalN;
    }

    /** All forecasts that came true. */
    public double hits() {
        return totalHits;
    }

    /** The sum of a score over all forecasts. */
    public double total(ProperScore score) {
        return sum(i -> weighted(hits[i], score, p[i], true) + weighted(n[i] - hits[i], score, p[i], false));
    }

    /** The sum of a term over the levels, ascending, compensated: the same number for the same table, always. */
    double sum(Term term) {
        Sum sum = new Sum();
        for (int i = 0; i < p.length; i++) {
            sum.add(term.at(i));
        }
        return sum.value();
    }

    /** A figure of level {@code i}. */
    interface Term {
        double at(int i);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LevelTable that && Arrays.equals(p, that.p) && Arrays.equals(n, that.n)
                && Arrays.equals(hits, that.hits);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(p) + Arrays.hashCode(n)) + Arrays.hashCode(hits);
    }

    @Override
    public String toString() {
        return "LevelTable[levels=" + size() + ", n=" + totalN + ", hits=" + totalHits + "]";
    }

    private static double weighted(double weight, ProperScore score, double p, boolean happened) {
        return weight == 0 ? 0 : weight * score.of(p, happened);
    }

    private static void check(int row, double p, double n, double hits) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("row " + row + ": a probability lies in 0..1, not " + p);
        }
        if (!(n >= 0 && n < Double.POSITIVE_INFINITY) || !(hits >= 0 && hits <= n)) {
            throw new IllegalArgumentException("row " + row + ": 0 <= hits <= n is needed, not hits = " + hits + ", n = " + n);
        }
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
