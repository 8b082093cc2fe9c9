package org.hindcast.score;

/**
 * A sum that is the same in whatever order its terms come: each is rounded to 2^-60 (8.7e-19) and added in integers of 120
 * bits. For terms up to 2^53 and totals up to 2^62.
 */
final class FixedPointSum {

    private static final long ONE = 1L << 60;

    private long whole;
    private long fraction;

    void add(double term) {
        long termWhole = (long) term;
        add(termWhole, (long) Math.rint((term - termWhole) * ONE));
    }

    void add(FixedPointSum other) {
        add(other.whole, other.fraction);
    }

    private void add(long otherWhole, long otherFraction) {
        fraction += otherFraction;
        // One form for one value: the fraction lies in 0..1, else equal sums could round to different doubles
        long carry = Math.floorDiv(fraction, ONE);
        fraction -= carry * ONE;
        whole = Math.addExact(whole, Math.addExact(otherWhole, carry));
    }

    double value() {
        return whole + (double) fraction / ONE;
    }
}
