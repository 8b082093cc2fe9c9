package org.hindcast.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ranks of authors whose true means are known only as far as their posterior (mean, variance) says; a higher mean is better.
 * Authors answered different questions: no arithmetic here removes that they chose them.
 */
public final class Ranking {

    /** Fewer than this many authors are not ranked. */
    public static final int MINIMUM = 3;

    private static final int DRAWS = 2000;
    /** Beyond this many authors the pairwise sum (quadratic) gives way to the simulated mean rank. */
    private static final int PAIRWISE = 3000;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Ranking() {
    }

    /**
     * What is known of an author's true mean.
     *
     * @param mean posterior mean
     * @param variance posterior variance, more than 0
     */
    public record Posterior(double mean, double variance) {

        /** Probability that the true mean is above {@code reference}. */
        public double above(double reference) {
            return NORMAL.cumulativeProbability((mean - reference) / Math.sqrt(variance));
        }

        /** The central 95 % of a normal posterior. */
        public Interval interval() {
            double half = Binomial.Z95 * Math.sqrt(variance);
            return new Interval(mean - half, mean + half);
        }
    }

    /**
     * An author's place.
     *
     * @param expectedRank 1 + sum over the others of P(other is better), 1..k (Lin et al. 2006)
     * @param interval 90 % of the ranks in draws from all posteriors (Goldstein and Spiegelhalter 1996)
     */
    public record Place(double expectedRank, Interval interval) {
    }

    /**
     * The places, in the order of the posteriors; empty for fewer than {@link #MINIMUM}.
     *
     * @param seed of the draws behind the intervals; the same seed gives the same intervals
     */
    public static Optional<List<Place>> of(List<Posterior> posteriors, long seed) {
        int k = posteriors.size();
        if (k < MINIMUM) {
            return Optional.empty();
        }
        int[][] ranks = draw(posteriors, seed);
        List<Place> places = new ArrayList<>(k);
        for (int i = 0; i < k; i++) {
            double expected = k <= PAIRWISE ? expectedRank(posteriors, i) : Arrays.stream(ranks[i]).average().getAsDouble();
            Arrays.sort(ranks[i]);
            places.add(new Place(expected, new Interval(ranks[i][DRAWS / 20], ranks[i][DRAWS - 1 - DRAWS / 20])));
        }
        return Optional.of(places);
    }

    private static double expectedRank(List<Posterior> posteriors, int i) {
        Posterior own = posteriors.get(i);
        double rank = 1;
        for (int j = 0; j < posteriors.size(); j++) {
            if (j != i) {
                Posterior other = posteriors.get(j);
                rank += NORMAL.cumulativeProbability((other.mean - own.mean) / Math.sqrt(own.variance + other.variance));
            }
        }
        return rank;
    }

    private static int[][] draw(List<Posterior> posteriors, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        int k = posteriors.size();
        double[] means = posteriors.stream().mapToDouble(Posterior::mean).toArray();
        double[] deviations = posteriors.stream().mapToDouble(posterior -> Math.sqrt(posterior.variance)).toArray();
        int[][] ranks = new int[k][DRAWS];
        long[] sorted = new long[k];
        // The author stands in the last bits of what is sorted, so that no draw is looked up again
        long author = (1L << Long.SIZE - Long.numberOfLeadingZeros(k)) - 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < k; i++) {
                sorted[i] = ordered(means[i] + deviations[i] * gaussian.sample()) & ~author | i;
            }
            Arrays.sort(sorted);
            for (int place = 0; place < k; place++) {
                ranks[(int) (sorted[place] & author)][draw] = k - place;
            }
        }
        return ranks;
    }

    /** The bits of a number as an integer that is in the same order. */
    private static long ordered(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }
}
