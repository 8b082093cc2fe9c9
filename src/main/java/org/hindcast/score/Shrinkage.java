package org.hindcast.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean differences shrunk towards the field (empirical Bayes), so that few lucky forecasts do not lead a board.
 * <ol>
 * <li>Each author's variance is moderated towards the pooled one, since s^2 is wild for small n or easy spells:
 * v_i = (nu0 s0^2 + (n_i - 1) s_i^2) / (nu0 + n_i - 1) / n_i with nu0 = 10 (after limma, Smyth 2004).
 * <li>tau^2, the spread of true means, is Paule and Mandel's (1982): sum (y_i - mu)^2 / (v_i + tau^2) = k - 1, or 0.
 * <li>The posterior of author i has mean B mu + (1 - B) y_i and variance (1 - B) v_i, where B = v_i / (v_i + tau^2);
 * the error of mu itself takes over where that is larger.
 * </ol>
 *
 * @param mean the field's mean mu
 * @param tauSquared variance of the true means
 * @param posteriors one for each author, in the order given
 */
public record Shrinkage(double mean, double tauSquared, List<Ranking.Posterior> posteriors) {

    private static final double PRIOR_DEGREES = 10;
    /** Keeps authors without any spread (all forecasts 1/2) from having a certain mean. Differences lie in -1..1. */
    private static final double LEAST_VARIANCE = 1e-9;

    /**
     * @param authors each author's sums, with n of at least 1
     * @throws IllegalArgumentException without authors, or for an author without forecasts
     */
    public static Shrinkage of(List<Differences> authors) {
        if (authors.isEmpty()) {
            throw new IllegalArgumentException("no authors to learn the field's mean from");
        }
        double[] means = authors.stream().mapToDouble(Shrinkage::mean).toArray();
        return of(means, moderatedVariances(authors));
    }

    /** The same from means and the variances of these means, each more than 0. */
    static Shrinkage of(double[] means, double[] variances) {
        double tauSquared = tauSquared(means, variances);
        double mu = weightedMean(means, variances, tauSquared);
        double muVariance = 1 / Arrays.stream(variances).map(variance -> 1 / (variance + tauSquared)).sum();
        return new Shrinkage(mu, tauSquared, IntStream.range(0, means.length).mapToObj(i -> {
            double b = variances[i] / (variances[i] + tauSquared);
            // Where tau^2 is 0 or nearly so, all true means are the same; what is left is the error of mu
            double variance = Math.max((1 - b) * variances[i], b * b * muVariance);
            return new Ranking.Posterior(b * mu + (1 - b) * means[i], variance);
        }).toList());
    }

    private static double mean(Differences author) {
        if (!(author.n() >= 1)) {
            throw new IllegalArgumentException("an author needs a forecast to be ranked: " + author);
        }
        return author.mean();
    }

    static double[] moderatedVariances(List<Differences> authors) {
        double degrees = authors.stream().mapToDouble(author -> author.n() - 1).sum();
        double pooled = degrees > 0 ? authors.stream().mapToDouble(Differences::squaredDeviations).sum() / degrees : 0;
        double prior = Math.max(LEAST_VARIANCE, pooled);
        return authors.stream().mapToDouble(author -> (PRIOR_DEGREES * prior + author.squaredDeviations())
                / (PRIOR_DEGREES + author.n() - 1) / author.n()).toArray();
    }

    private static double tauSquared(double[] means, double[] variances) {
        double low = 0;
        if (excess(means, variances, 0) <= 0) {
            return 0;
        }
        double high = 1e-12;
        while (excess(means, variances, high) > 0) {
            low = high;
            high *= 2;
        }
        // The excess falls as tau^2 grows, so halving finds its one root to the last bit
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (excess(means, variances, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double excess(double[] means, double[] variances, double tauSquared) {
        double mu = weightedMean(means, variances, tauSquared);
        double q = 0;
        for (int i = 0; i < means.length; i++) {
            q += (means[i] - mu) * (means[i] - mu) / (variances[i] + tauSquared);
        }
        return q - (means.length - 1);
    }

    private static double weightedMean(double[] means, double[] variances, double tauSquared) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < means.length; i++) {
            sum += means[i] / (variances[i] + tauSquared);
            weights += 1 / (variances[i] + tauSquared);
        }
        return sum / weights;
    }
}
