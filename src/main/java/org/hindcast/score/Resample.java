package org.hindcast.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.rng.simple.RandomSource;

/**
 * Records drawn anew from a level table: counts n* from Multinomial(N, n / N), hits from Bin(n*, q), recalibrated like the
 * record itself. The scheme of the CORP paper's bands (Dimitriadis, Gneiting and Jordan 2021); it needs nothing but the table.
 * Costs O(levels) a replicate, however many forecasts there are.
 */
final class Resample {

    private final double[] x;
    private final double[][] curves;
    private final double[] miscalibration;

    /**
     * @param q the probability of a hit at each level
     * @param seed the same seed draws the same records
     */
    Resample(LevelTable table, double[] q, int replicates, long seed) {
        int levels = table.size();
        Binomials binomials = new Binomials(RandomSource.XO_RO_SHI_RO_128_PP.create(seed));
        x = new double[levels];
        Arrays.setAll(x, table::p);
        curves = new double[levels][replicates];
        miscalibration = new double[replicates];
        double[] share = shares(table);
        int[] drawn = new int[levels];
        double[] n = new double[levels];
        double[] hits = new double[levels];
        Isotonic fit = new Isotonic(levels);
        long size = Math.max(1, Math.round(table.n()));
        for (int replicate = 0; replicate < replicates; replicate++) {
            long left = size;
            int count = 0;
            double score = 0;
            for (int i = 0; i < levels && left > 0; i++) {
                long levelN = binomials.draw(left, share[i]);
                if (levelN > 0) {
                    long levelHits = binomials.draw(levelN, q[i]);
                    drawn[count] = i;
                    n[count] = levelN;
                    hits[count++] = levelHits;
                    left -= levelN;
                    score += levelHits * (1 - x[i]) * (1 - x[i]) + (levelN - levelHits) * x[i] * x[i];
                }
            }
            fit.fit(n, hits, count);
            miscalibration[replicate] = (score - fit.brier()) / size;
            interpolate(fit, drawn, count, replicate);
        }
    }

    /** Of the forecasts at a level and above it, the share at the level: a multinomial is binomials one after another. */
    private static double[] shares(LevelTable table) {
        double[] share = new double[table.size()];
        double above = 0;
        for (int i = share.length - 1; i >= 0; i--) {
            above += table.n(i);
            share[i] = table.n(i) / above;
        }
        return share;
    }

    /** Fills a replicate's curve: levels not drawn lie on the line between their drawn neighbours, beyond these nowhere. */
    private void interpolate(Isotonic fit, int[] drawn, int count, int replicate) {
        double[] value = fit.recalibrated();
        for (int i = 0; i < drawn[0]; i++) {
            curves[i][replicate] = Double.NaN;
        }
        for (int d = 0; d < count; d++) {
            curves[drawn[d]][replicate] = value[d];
            int next = d + 1 < count ? drawn[d + 1] : x.length;
            for (int i = drawn[d] + 1; i < next; i++) {
                curves[i][replicate] = d + 1 == count ? Double.NaN
                        : value[d] + (value[d + 1] - value[d]) * (x[i] - x[drawn[d]]) / (x[next] - x[drawn[d]]);
            }
        }
    }

    /** The central {@code coverage} of the curves at each level; null where no replicate reached the level. */
    List<Interval> band(double coverage) {
        List<Interval> band = new ArrayList<>(x.length);
        for (double[] curve : curves) {
            double[] reached = Arrays.stream(curve).filter(value -> !Double.isNaN(value)).sorted().toArray();
            band.add(reached.length == 0 ? null
                    : new Interval(quantile(reached, (1 - coverage) / 2), quantile(reached, (1 + coverage) / 2)));
        }
        return band;
    }

    /** (1 + replicates whose miscalibration is at least this) / (1 + replicates). */
    double pValue(double mcb) {
        // Equal records may differ in the last bits
        long as = Arrays.stream(miscalibration).filter(drawn -> drawn >= mcb - 1e-12).count();
        return (1.0 + as) / (1 + miscalibration.length);
    }

    /** Type 7 of Hyndman and Fan (1996), the default of R. */
    private static double quantile(double[] sorted, double probability) {
        double at = probability * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
