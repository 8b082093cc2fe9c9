package org.hindcast.score;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws binomial counts in constant time, however many trials: by inversion where few hits are expected, else by transformed
 * rejection (BTRS, Hormann 1993, J Stat Comput Simul 46:101).
 */
final class Binomials {

    private final UniformRandomProvider random;

    Binomials(UniformRandomProvider random) {
        this.random = random;
    }

    /** How many of {@code n} trials hit, each with probability {@code p}. */
    long draw(long n, double p) {
        if (n <= 0 || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        if (n == 1) {
            return random.nextDouble() < p ? 1 : 0;
        }
        if (p > 0.5) {
            return n - draw(n, 1 - p);
        }
        return n * p < 10 ? invert(n, p) : reject(n, p);
    }

    private long invert(long n, double p) {
        double odds = p / (1 - p);
        double none = Math.exp(n * Math.log1p(-p));
        while (true) {
            double u = random.nextDouble();
            double mass = none;
            // Beyond 110 the mass left is rounding
            for (long hits = 0; hits <= Math.min(n, 110); hits++) {
                if (u < mass) {
                    return hits;
                }
                u -= mass;
                mass *= odds * (n - hits) / (hits + 1);
            }
        }
    }

    private long reject(long n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double alpha = (2.83 + 5.1 / b) * spread;
        double quick = 0.92 - 4.2 / b;
        double mode = Math.floor((n + 1) * p);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double room = 0.5 - Math.abs(u);
            double hits = Math.floor((2 * a / room + b) * u + n * p + 0.5);
            if (room >= 0.07 && v <= quick) {
                return (long) hits;
            }
            if (hits >= 0 && hits <= n && Math.log(v * alpha / (a / (room * room) + b)) <= logRatio(n, p, mode, hits)) {
                return (long) hits;
            }
        }
    }

    /** ln of the probability of {@code hits} over that of {@code mode}. */
    private static double logRatio(double n, double p, double mode, double hits) {
        return LogGamma.value(mode + 1) + LogGamma.value(n - mode + 1) - LogGamma.value(hits + 1)
                - LogGamma.value(n - hits + 1) + (hits - mode) * Math.log(p / (1 - p));
    }
}
