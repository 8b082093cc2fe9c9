package org.hindcast.score;

/**
 * How figures leave this package. What is not defined (no forecasts, one class only, a zero denominator) is absent,
 * {@code null}: never 0, NaN or infinity, which readers would take for a result and JSON cannot carry.
 */
final class Figure {

    private static final double EXACT = 0x1p53;

    private Figure() {
    }

    /** The value, or {@code null} where it is not finite. Negative zero becomes zero. */
    static Double of(double value) {
        return Double.isFinite(value) ? Double.valueOf(value + 0.0) : null;
    }

    /** A quotient, {@code null} where it has no finite value. */
    static Double ratio(double numerator, double denominator) {
        return denominator == 0 ? null : of(numerator / denominator);
    }

    /**
     * A count: a {@code Long} while it is whole, so that JSON says 92 and not 92.0; a {@code Double} once weights made it
     * fractional.
     */
    static Number count(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
            return (long) value;
        }
        return value;
    }
}
