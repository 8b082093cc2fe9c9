package org.hindcast.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What scoring costs most: recalibration, resampled bands and boards. {@code src/bench/python/kernel.py} does the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ScoreKernel {

    private LevelTable perMille;
    private LevelTable million;
    private LevelTable hundred;
    private List<Differences> authors;
    private List<Ranking.Posterior> posteriors;

    @Setup
    public void fill() {
        perMille = table(1001, 100_000, 1);
        million = table(1_000_000, 1_000_000, 2);
        hundred = table(101, 2_000, 3);
        Random random = new Random(4);
        authors = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            int n = 10 + random.nextInt(200);
            double skill = 0.03 * random.nextGaussian();
            double sum = 0;
            double squares = 0;
            for (int k = 0; k < n; k++) {
                double d = Math.max(-0.75, Math.min(0.25, skill + 0.15 * random.nextGaussian()));
                sum += d;
                squares += d * d;
            }
            authors.add(new Differences(n, sum, squares, null));
        }
        posteriors = Shrinkage.of(authors).posteriors();
    }

    /** So many levels, from so many calibrated forecasts. */
    private static LevelTable table(int levels, int forecasts, int seed) {
        Random random = new Random(seed);
        double[] p = new double[levels];
        double[] n = new double[levels];
        double[] hits = new double[levels];
        for (int i = 0; i < levels; i++) {
            p[i] = i / (levels - 1.0);
            n[i] = Math.max(1, forecasts / levels);
            for (int k = 0; k < n[i]; k++) {
                hits[i] += random.nextDouble() < p[i] ? 1 : 0;
            }
        }
        return LevelTable.of(p, n, hits);
    }

    /** Pool-adjacent-violators over 1,001 levels: the most that per mille can have. */
    @Benchmark
    public double[] recalibrate1001() {
        return Isotonic.of(perMille).recalibrated();
    }

    /** The same over a million levels. */
    @Benchmark
    public double[] recalibrateMillion() {
        return Isotonic.of(million).recalibrated();
    }

    /** The 90 % consistency band of 101 levels from 1,000 resampled records. */
    @Benchmark
    public List<Interval> band101() {
        return ReliabilityBand.consistency(hundred, 0.9, 1000, 1);
    }

    /** Everything that is said of a record with 101 levels. */
    @Benchmark
    public Report report101() {
        return Report.of(hundred);
    }

    /** Moderated variances and Paule-Mandel shrinkage of 10,000 authors. */
    @Benchmark
    public Shrinkage shrink10000() {
        return Shrinkage.of(authors);
    }

    /** Expected ranks and rank intervals of 10,000 authors from 2,000 draws. */
    @Benchmark
    public List<Ranking.Place> rank10000() {
        return Ranking.of(posteriors, 1).orElseThrow();
    }
}
