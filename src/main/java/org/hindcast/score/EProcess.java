package org.hindcast.score;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Evidence that stays valid however often one looks: a mixture e-process of differences d in -1..1 with sum S and sum of
 * squares V (Choe and Ramdas 2023, Oper Res, with the gamma-exponential mixture of Howard et al. 2021; centred at 0 and
 * with scale 1, which Fan, Grama and Liu 2015 allow and which makes the state additive). Under "d is 0 or less on average"
 * E exceeds 1 / alpha at any time with probability alpha at most.
 */
final class EProcess {

    private static final double ALPHA = 0.05;
    private static final double V_OPT = 100;
    /** Where the mixture is most powerful: at V = 100, for a one-sided level of 2.5 %. */
    private static final double R = rho(ALPHA / 2);
    private static final double CONSTANT = R * Math.log(R) - LogGamma.value(R) - Math.log(RegularizedGamma.P.value(R, R));

    private EProcess() {
    }

    private static double rho(double level) {
        double l = 2 * Math.log(1 / (2 * level));
        return V_OPT / (l + Math.log1p(l));
    }

    /** ln E for "d is above 0 on average"; rises with the sum. */
    static double log(double sum, double squares) {
        double a = squares + R;
        double x = sum + squares + R;
        if (x <= 0) {
            return CONSTANT - R - Math.log(a);
        }
        if (x < a + 1) {
            // The incomplete gamma function as its series, whose leading factor cancels: no underflow however small it is
            double term = 1 / a;
            double series = term;
            for (double k = a + 1; term > series * 1e-17; k++) {
                term *= x / k;
                series += term;
            }
            return CONSTANT - R + Math.log(series);
        }
        return CONSTANT + LogGamma.value(a) + Math.log(RegularizedGamma.P.value(a, x)) - a * Math.log(x) + sum + squares;
    }

    /** The 95 % confidence sequence of the mean difference: covers it at all times at once with probability 0.95. */
    static Interval confidenceSequence(double n, double sum, double squares) {
        double v = Math.max(1, squares);
        double threshold = Math.log(2 / ALPHA);
        double low = 0;
        double high = 1;
        while (log(high, v) < threshold) {
            low = high;
            high *= 2;
        }
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (log(middle, v) < threshold) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Interval((sum - high) / n, (sum + high) / n).clamp(-1, 1);
    }
}
