package org.hindcast.scorecard;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Scores computed the long way, forecast by forecast and from the definitions: nothing of the program's arithmetic. */
final class Arithmetic {

    private static final double Z = 1.959963984540054;

    record One(double p, int y) {

        double brier() {
            return (p - y) * (p - y);
        }
    }

    private final List<One> all;

    Arithmetic(List<One> all) {
        this.all = all;
    }

    double mean(java.util.function.ToDoubleFunction<One> figure) {
        return all.stream().mapToDouble(figure).sum() / all.size();
    }

    double brier() {
        return mean(One::brier);
    }

    double baseRate() {
        return mean(One::y);
    }

    double log() {
        return mean(one -> {
            double p = Math.min(0.999, Math.max(0.001, one.p));
            return -Math.log(one.y == 1 ? p : 1 - p);
        });
    }

    double spherical() {
        return mean(one -> (one.y == 1 ? one.p : 1 - one.p) / Math.hypot(one.p, 1 - one.p));
    }

    double brierVariance() {
        double mean = brier();
        return all.stream().mapToDouble(one -> (one.brier() - mean) * (one.brier() - mean)).sum() / (all.size() - 1);
    }

    /** Half the 95 % interval of the mean by Student's t. */
    double halfWidth() {
        return student(all.size() - 1) * Math.sqrt(brierVariance() / all.size());
    }

    /** By the definition as a max of min of means over neighbours, not by pooling. */
    double miscalibration() {
        List<Double> levels = all.stream().map(One::p).distinct().sorted().toList();
        double recalibrated = 0;
        for (One one : all) {
            double c = 0;
            for (double from : levels) {
                if (from <= one.p) {
                    double least = levels.stream().filter(to -> to >= one.p).mapToDouble(to -> all.stream()
                            .filter(other -> other.p >= from && other.p <= to).mapToInt(One::y).average().orElseThrow()).min()
                            .orElseThrow();
                    c = Math.max(c, least);
                }
            }
            recalibrated += (c - one.y) * (c - one.y);
        }
        return brier() - recalibrated / all.size();
    }

    /** Over all pairs of a yes and a no. */
    double auc() {
        double won = 0;
        long pairs = 0;
        for (One yes : all) {
            for (One no : all) {
                if (yes.y == 1 && no.y == 0) {
                    pairs++;
                    won += yes.p > no.p ? 1 : yes.p == no.p ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    double overconfidence() {
        List<One> sided = all.stream().filter(one -> one.p != 0.5).toList();
        return sided.stream().mapToDouble(one -> Math.max(one.p, 1 - one.p) - (one.p > 0.5 == (one.y == 1) ? 1 : 0)).sum()
                / sided.size();
    }

    static double[] wilson(double hits, double n) {
        double rate = hits / n;
        double centre = (rate + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
        return new double[] { Math.max(0, centre - half), Math.min(1, centre + half) };
    }

    /** The 97.5 % point of Student's t: the density integrated by Simpson's rule, the point found by halving. */
    static double student(int degrees) {
        DoubleUnaryOperator density = x -> Math.pow(1 + x * x / degrees, -(degrees + 1) / 2.0);
        // x = tan(u) makes the whole line finite
        DoubleUnaryOperator folded = u -> density.applyAsDouble(Math.tan(u)) / (Math.cos(u) * Math.cos(u));
        double half = simpson(folded, Math.PI / 2 - 1e-9);
        double low = 0;
        double high = Math.PI / 2 - 1e-9;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (simpson(folded, middle) / half < 0.95) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.tan(low);
    }

    private static double simpson(DoubleUnaryOperator f, double to) {
        int steps = 4000;
        double h = to / steps;
        return h / 3 * IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * f.applyAsDouble(i * h)).sum();
    }
}
