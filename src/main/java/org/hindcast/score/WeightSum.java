package org.hindcast.score;

/** Sums up {@link Weights}, to the same bits in whatever order they come. */
final class WeightSum {

    /** Squares reach 1e18, beyond what one {@link FixedPointSum} takes: multiples of this and the rest are summed apart. */
    private static final double SPLIT = 0x1p30;

    private final FixedPointSum total = new FixedPointSum();
    private final FixedPointSum largeSquares = new FixedPointSum();
    private final FixedPointSum smallSquares = new FixedPointSum();
    private long ones;
    private double greatest;

    void add(double weight) {
        if (weight == 1) {
            ones++;
            return;
        }
        double large = Math.floor(weight * weight / SPLIT);
        total.add(weight);
        largeSquares.add(large);
        smallSquares.add(weight * weight - large * SPLIT);
        greatest = Math.max(greatest, weight);
    }

    void add(WeightSum other) {
        ones += other.ones;
        total.add(other.total);
        largeSquares.add(other.largeSquares);
        smallSquares.add(other.smallSquares);
        greatest = Math.max(greatest, other.greatest);
    }

    Weights value() {
        return new Weights(total.value() + ones, largeSquares.value() * SPLIT + smallSquares.value() + ones,
                ones > 0 ? Math.max(1, greatest) : greatest);
    }
}
