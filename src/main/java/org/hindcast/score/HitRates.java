package org.hindcast.score;

import java.util.List;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Hit rates of calls, shrunk towards the field with a beta-binomial model: each author's true rate is drawn from Beta(a, b),
 * whose mean and spread are estimated by moments over all authors (Kleinman 1973, JASA 68:46, authors weighted by their
 * calls). The posterior of an author is then Beta(a + hits, b + misses).
 *
 * @param a first parameter of the field's beta distribution
 * @param b second parameter
 */
public record HitRates(double a, double b) {

    /** The spread is kept off both ends: all authors alike (infinitely strong shrinkage), or none comparable (no shrinkage). */
    private static final double LEAST_SPREAD = 1e-3;
    private static final double GREATEST_SPREAD = 0.5;

    /** @throws IllegalArgumentException where nobody has a call */
    public static HitRates of(List<Calls> authors) {
        double n = authors.stream().mapToDouble(Calls::n).sum();
        if (n == 0) {
            throw new IllegalArgumentException("no calls to learn a hit rate from");
        }
        // Half a hit and half a miss keep the mean off 0 and 1, where a beta distribution ends
        double mean = (authors.stream().mapToDouble(Calls::hits).sum() + 0.5) / (n + 1);
        double between = 0;
        double binomial = 0;
        double spread = 0;
        for (Calls author : authors) {
            if (author.n() > 0) {
                double w = author.n() / n;
                between += w * (author.rate() - mean) * (author.rate() - mean);
                binomial += w * (1 - w) / author.n();
                spread += w * (1 - w) * (1 - 1.0 / author.n());
            }
        }
        double variance = mean * (1 - mean);
        double rho = spread > 0 ? (between - variance * binomial) / (variance * spread) : 0;
        double clamped = Math.max(LEAST_SPREAD, Math.min(GREATEST_SPREAD, rho));
        double strength = 1 / clamped - 1;
        return new HitRates(mean * strength, (1 - mean) * strength);
    }

    /** Mean and variance of an author's true rate, for {@link Ranking}. */
    public Ranking.Posterior posterior(Calls author) {
        double hits = a + author.hits();
        double all = a + b + author.n();
        double mean = hits / all;
        return new Ranking.Posterior(mean, mean * (1 - mean) / (all + 1));
    }

    /** The central 95 % of an author's true rate. */
    public Interval interval(Calls author) {
        double hits = a + author.hits();
        double misses = b + author.n() - author.hits();
        return new Interval(Binomial.betaQuantile(hits, misses, 0.025), 1 - Binomial.betaQuantile(misses, hits, 0.025));
    }

    /** Probability that an author's true rate is above that of a reference, such as "nothing changes" on the same questions. */
    public double above(Calls author, double referenceRate) {
        return BetaDistribution.of(a + author.hits(), b + author.n() - author.hits()).survivalProbability(referenceRate);
    }
}
