package org.hindcast.score;

/**
 * A compensated sum (Neumaier 1974): the error stays near one rounding, however many terms there are. The result depends
 * on the order of the terms, so callers add in a fixed one (levels ascending). Where no order can be kept, see
 * {@link FixedPointSum}.
 */
final class Sum {

    private double sum;
    private double lost;

    Sum add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        return this;
    }

    double value() {
        return sum + lost;
    }
}
