package org.hindcast.score;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each of an author's successive forecasts on one question counts, in millionths of the question. The weights of a
 * question sum to exactly 1,000,000, so a revised forecast counts once however often it was revised, and level tables stay
 * integers ({@link PerMilleTable#levels(long)} with {@link #QUESTION}).
 */
public final class RevisionWeights {

    /** One question. */
    public static final long QUESTION = 1_000_000;

    private RevisionWeights() {
    }

    /**
     * Weights by the time each forecast stood, from the first forecast to the close; the time before the first counts for
     * nobody ({@link #coverage} reports it).
     *
     * @param madeAt when the forecasts were made, ascending; of two at once the later in the list stands
     * @param close the scheduled close, fixed when the question was asked: after an early resolution the standing forecast
     *        counts
     *        on, or stalling would pay. Forecasts at or after it count nothing
     * @throws IllegalArgumentException for times that descend, or where no forecast was made before the close
     */
    public static long[] byTime(List<Instant> madeAt, Instant close) {
        BigInteger[] stood = new BigInteger[madeAt.size()];
        for (int i = 0; i < stood.length; i++) {
            Instant until = i + 1 < stood.length && madeAt.get(i + 1).isBefore(close) ? madeAt.get(i + 1) : close;
            if (i > 0 && madeAt.get(i).isBefore(madeAt.get(i - 1))) {
                throw new IllegalArgumentException("forecast " + i + " was made before the one ahead of it: " + madeAt.get(i));
            }
            stood[i] = madeAt.get(i).isBefore(until) ? nanos(Duration.between(madeAt.get(i), until)) : BigInteger.ZERO;
        }
        return apportion(stood);
    }

    /** Every forecast the same. */
    public static long[] equally(int forecasts) {
        BigInteger[] shares = new BigInteger[forecasts];
        Arrays.fill(shares, BigInteger.ONE);
        return apportion(shares);
    }

    /** Only one forecast, such as the first or the last before the close. */
    public static long[] only(int index, int forecasts) {
        long[] weights = new long[forecasts];
        weights[index] = QUESTION;
        return weights;
    }

    /** The share of the time between opening and close in which the author had a forecast standing, 0..1. */
    public static double coverage(Instant open, Instant first, Instant close) {
        if (!open.isBefore(close)) {
            throw new IllegalArgumentException("a question closes after it opens, not at " + close);
        }
        Instant from = first.isBefore(open) ? open : first;
        return from.isBefore(close) ? nanos(Duration.between(from, close)).doubleValue()
                / nanos(Duration.between(open, close)).doubleValue() : 0;
    }

    /** By largest remainder (Hamilton): what rounding down leaves over goes to the largest remainders, earlier ones first. */
    private static long[] apportion(BigInteger[] shares) {
        BigInteger total = Arrays.stream(shares).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0) {
            throw new IllegalArgumentException("no forecast stood before the close");
        }
        long[] weights = new long[shares.length];
        BigInteger[] remainders = new BigInteger[shares.length];
        long left = QUESTION;
        for (int i = 0; i < shares.length; i++) {
            BigInteger[] quotient = shares[i].multiply(BigInteger.valueOf(QUESTION)).divideAndRemainder(total);
            weights[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            left -= weights[i];
        }
        IntStream.range(0, shares.length).boxed().sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left).forEach(i -> weights[i]++);
        return weights;
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds()).multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(duration.getNano()));
    }
}
