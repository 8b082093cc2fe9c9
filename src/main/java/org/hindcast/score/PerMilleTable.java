package org.hindcast.score;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stored form of a level table: probability in per mille (0..1000) → n and hits, in integers. Under {@link #plus} these
 * tables are a commutative group: any order and grouping of additions gives the same table, and {@link #minus} undoes an
 * addition exactly, which is how a reopened question leaves a scorecard. So cells may be negative on the way; only
 * {@link #levels()} insists on counts that can be. Counts may be in any unit, such as millionths of a question for revised
 * forecasts (see {@link #levels(long)}). Immutable.
 */
public final class PerMilleTable {

    /** n forecasts of which hits came true. */
    public record Cell(long n, long hits) {

        static final Cell ZERO = new Cell(0, 0);

        Cell plus(Cell other) {
            return new Cell(Math.addExact(n, other.n), Math.addExact(hits, other.hits));
        }
    }

    /** No forecasts: the neutral element. */
    public static final PerMilleTable EMPTY = new PerMilleTable(new TreeMap<>());

    private final SortedMap<Integer, Cell> cells;

    private PerMilleTable(SortedMap<Integer, Cell> cells) {
        cells.values().removeIf(Cell.ZERO::equals);
        this.cells = Collections.unmodifiableSortedMap(cells);
    }

    /**
     * A table of one cell.
     *
     * @param perMille probability of YES in per mille, 0..1000
     * @throws IllegalArgumentException for a probability out of range
     */
    public static PerMilleTable of(int perMille, long n, long hits) {
        return of(Map.of(perMille, new Cell(n, hits)));
    }

    /** @throws IllegalArgumentException for a probability outside 0..1000 per mille */
    public static PerMilleTable of(Map<Integer, Cell> cells) {
        for (int perMille : cells.keySet()) {
            if (perMille < 0 || perMille > 1000) {
                throw new IllegalArgumentException("a probability in per mille lies in 0..1000, not " + perMille);
            }
        }
        return new PerMilleTable(new TreeMap<>(cells));
    }

    /** @throws ArithmeticException beyond the range of a long */
    public PerMilleTable plus(PerMilleTable other) {
        SortedMap<Integer, Cell> sum = new TreeMap<>(cells);
        other.cells.forEach((perMille, cell) -> sum.merge(perMille, cell, Cell::plus));
        return new PerMilleTable(sum);
    }

    /** @throws ArithmeticException beyond the range of a long */
    public PerMilleTable minus(PerMilleTable other) {
        SortedMap<Integer, Cell> negated = new TreeMap<>();
        other.cells.forEach((perMille, cell) -> negated.put(perMille,
                new Cell(Math.negateExact(cell.n), Math.negateExact(cell.hits))));
        return plus(new PerMilleTable(negated));
    }

    /** The cells that are not zero, by per mille. */
    public SortedMap<Integer, Cell> cells() {
        return cells;
    }

    /** The table that scores are computed from, one forecast counting 1. */
    public LevelTable levels() {
        return levels(1);
    }

    /**
     * The table that scores are computed from.
     *
     * @param unit how much of the stored counts makes one forecast, such as 1,000,000 for weights in millionths
     * @throws IllegalStateException where a cell has hits below 0 or above n, as no set of forecasts can
     */
    public LevelTable levels(long unit) {
        double[][] columns = new double[3][cells.size()];
        int i = 0;
        for (Map.Entry<Integer, Cell> entry : cells.entrySet()) {
            Cell cell = entry.getValue();
            if (cell.hits < 0 || cell.hits > cell.n) {
                throw new IllegalStateException(
                        "at " + entry.getKey() + " per mille: " + cell + " is not a count of forecasts");
            }
            columns[0][i] = entry.getKey() / 1000.0;
            columns[1][i] = (double) cell.n / unit;
            columns[2][i++] = (double) cell.hits / unit;
        }
        return LevelTable.ofAscending(columns[0], columns[1], columns[2]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PerMilleTable that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return "PerMilleTable" + cells;
    }
}
