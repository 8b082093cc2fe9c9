package org.hindcast.score;

/**
 * Brier differences to a reference forecast of the same question at the same moment, d = reference's Brier - own Brier:
 * positive is better than the reference, -1..1. Three sums suffice for the mean, its error and the sequential tests, and
 * they add up in any order.
 *
 * @param n forecasts with a reference
 * @param sum sum of d
 * @param sumOfSquares sum of d^2
 * @param referenceSum sum of the reference's Brier scores; null where it was not kept (then no skill against it)
 */
public record Differences(double n, double sum, double sumOfSquares, Double referenceSum) {

    private static final double ROUNDING = 1e-13;

    /** @throws IllegalArgumentException for sums that no differences in -1..1 can have */
    public Differences {
        if (!(n >= 0) || !(Math.abs(sum) <= n * (1 + 1e-9)) || !(sumOfSquares >= 0 && sumOfSquares <= n * (1 + 1e-9))
                || n == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "no differences in -1..1 have n = " + n + ", sum = " + sum + ", sum of squares = "
                            + sumOfSquares);
        }
    }

    /** From stored integers: sum in millionths, sum of squares in millionths of millionths; exact for per-mille forecasts. */
    public static Differences ofMillionths(long n, long sum, long sumOfSquares) {
        return new Differences(n, sum / 1e6, sumOfSquares / 1e12, null);
    }

    /** Against p = 1/2 on every forecast of the table, whose Brier is 0.25. */
    public static Differences againstCoin(LevelTable table) {
        return new Differences(table.n(), table.sum(i -> perLevel(table, i, 1)), table.sum(i -> perLevel(table, i, 2)),
                0.25 * table.n());
    }

    /** Both sets together; the reference's sum is kept only where both have it. */
    public Differences plus(Differences other) {
        return new Differences(n + other.n, sum + other.sum, sumOfSquares + other.sumOfSquares,
                referenceSum == null || other.referenceSum == null ? null : Double.valueOf(referenceSum + other.referenceSum));
    }

    /** All sums multiplied by {@code factor}, more than 0: the mean stays as it is. */
    Differences times(double factor) {
        return factor == 1 ? this
                : new Differences(n * factor, sum * factor, sumOfSquares * factor,
                        referenceSum == null ? null : Double.valueOf(referenceSum * factor));
    }

    /** Sum of d / n; null without forecasts. */
    public Double mean() {
        return Figure.ratio(sum, n);
    }

    /** ln of the evidence that the differences are above 0 on average, as {@link Comparison#logEValue}. */
    public double logEValue() {
        return EProcess.log(sum, sumOfSquares);
    }

    /** Sample variance of one difference, with n - 1; null for n <= 1. */
    public Double variance() {
        return n > 1 ? Figure.of(squaredDeviations() / (n - 1)) : null;
    }

    /** Sum of (d - mean)^2. What is left of equal differences after the subtraction is rounding, and 0. */
    double squaredDeviations() {
        double left = sumOfSquares - sum * sum / n;
        return left > ROUNDING * sumOfSquares ? left : 0;
    }

    private static double perLevel(LevelTable table, int i, int power) {
        double hit = 0.25 - ProperScore.BRIER.of(table.p(i), true);
        double miss = 0.25 - ProperScore.BRIER.of(table.p(i), false);
        return table.hits(i) * Math.pow(hit, power) + (table.n(i) - table.hits(i)) * Math.pow(miss, power);
    }
}
