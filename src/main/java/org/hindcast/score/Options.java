package org.hindcast.score;

import java.util.Arrays;

/**
 * Scores of one forecast over K options of which exactly one comes out, index 0..K-1. Losses are better lower. Probabilities
 * must lie in 0..1 and sum to 1 within 1e-6, and are then divided by their sum; a missing option is not taken for 0.
 */
public final class Options {

    private static final double TOLERANCE = 1e-6;

    private final double[] p;

    private Options(double[] p) {
        this.p = p;
    }

    /** @throws IllegalArgumentException for fewer than two options, or probabilities out of range or not summing to 1 */
    public static Options of(double... probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability lies in 0..1, not " + probability);
            }
            sum += probability;
        }
        if (probabilities.length < 2 || !(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    "two options or more with probabilities that sum to 1 are needed, not " + Arrays.toString(probabilities));
        }
        double total = sum;
        return new Options(Arrays.stream(probabilities).map(probability -> probability / total).toArray());
    }

    /** Sum over the options of (p - 1{it came})^2, a loss in 0..2; half of it is {@link ProperScore#BRIER} for K = 2. */
    public double brier(int outcome) {
        double score = 0;
        for (int k = 0; k < p.length; k++) {
            double error = p[k] - (k == outcome ? 1 : 0);
            score += error * error;
        }
        return score;
    }

    /** -ln of what came, clipped as {@link ProperScore#LOG}. */
    public double log(int outcome) {
        return ProperScore.LOG.of(p[outcome], true);
    }

    /** p(what came) / ||p||, a gain. */
    public double spherical(int outcome) {
        return p[outcome] / Math.sqrt(Arrays.stream(p).map(x -> x * x).sum());
    }

    /**
     * Ranked probability score of ordered options (Epstein 1969): sum of (P(up to i) - 1{outcome up to i})^2 over the K - 1
     * splits, a loss in 0..K-1. Near misses cost less.
     */
    public double ranked(int outcome) {
        double score = 0;
        double cumulative = 0;
        for (int i = 0; i < p.length - 1; i++) {
            cumulative += p[i];
            double error = cumulative - (outcome <= i ? 1 : 0);
            score += error * error;
        }
        return score;
    }

    /** {@link #ranked} / (K - 1), 0..1. Twice this is the Good Judgment Project's ordered rule. */
    public double rankedNormalised(int outcome) {
        return ranked(outcome) / (p.length - 1);
    }

    /** Metaculus' baseline score, 100 ln(K p(what came)) / ln K: 0 for equal chances, 100 for certainty; not clipped. */
    public double baseline(int outcome) {
        return 100 * Math.log(p[outcome] * p.length) / Math.log(p.length);
    }
}
