package org.hindcast.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Fits {@link Trees} to the logistic loss by Newton steps, each to a sample of rows and columns. Values are put into bins, so a
 * split is found by one pass over the rows of a node.
 */
final class Boosting {

    /**
     * @param trees of one run
     * @param leastWeight of a leaf, in curvature
     * @param penalty on the squares of leaves
     * @param sample share of the rows that a tree sees
     */
    record Settings(int trees, int depth, double rate, double leastWeight, double penalty, double sample, long seed) {
    }

    private static final int BINS = 64;

    private final double[][] x;
    /** By column, between which values its bins lie. */
    private final double[][] cuts;
    /** By row and column. */
    private final byte[][] bins;
    private final double[] gradient;
    private final double[] curvature;
    private final Settings settings;

    private Boosting(double[][] x, Settings settings) {
        this.x = x;
        this.settings = settings;
        gradient = new double[x.length];
        curvature = new double[x.length];
        cuts = new double[x[0].length][];
        bins = new byte[x.length][cuts.length];
        for (int f = 0; f < cuts.length; f++) {
            int column = f;
            cuts[f] = cuts(Arrays.stream(x).mapToDouble(row -> row[column]).sorted().toArray());
            for (int i = 0; i < x.length; i++) {
                int at = Arrays.binarySearch(cuts[f], x[i][f]);
                bins[i][f] = (byte) (at < 0 ? -at - 1 : at);
            }
        }
    }

    private static double[] cuts(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        double[] values = distinct.length <= BINS ? distinct : new double[BINS];
        for (int b = 0; b < values.length && values != distinct; b++) {
            values[b] = sorted[(int) ((long) b * (sorted.length - 1) / (BINS - 1))];
        }
        double[] kept = Arrays.stream(values).distinct().toArray();
        double[] cuts = new double[kept.length - 1];
        Arrays.setAll(cuts, c -> (kept[c] + kept[c + 1]) / 2);
        return cuts;
    }

    static Trees fit(double[][] x, boolean[] y, double[] weights, Settings settings) {
        double positive = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            positive += y[i] ? weights[i] : 0;
            all += weights[i];
        }
        Trees trees = new Trees();
        trees.constant = StrictMath.log(positive / (all - positive));
        Boosting boosting = new Boosting(x, settings);
        double[] z = new double[y.length];
        Arrays.fill(z, trees.constant);
        Random random = new Random(settings.seed);
        for (int t = 0; t < settings.trees; t++) {
            int[] rows = new int[y.length];
            int n = 0;
            for (int i = 0; i < y.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-z[i]));
                boosting.gradient[i] = weights[i] * ((y[i] ? 1 : 0) - p);
                boosting.curvature[i] = weights[i] * p * (1 - p);
                if (random.nextDouble() < settings.sample) {
                    rows[n++] = i;
                }
            }
            Trees.Tree tree = boosting.tree(Arrays.copyOf(rows, n));
            trees.trees.add(tree);
            for (int i = 0; i < y.length; i++) {
                z[i] += tree.of(x[i]);
            }
        }
        return trees;
    }

    private record Node(int[] rows, int depth) {
    }

    private Trees.Tree tree(int[] in) {
        List<Node> nodes = new ArrayList<>(List.of(new Node(in, 0)));
        List<Integer> features = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        List<Integer> lefts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            double g = 0;
            double h = 0;
            for (int i : node.rows) {
                g += gradient[i];
                h += curvature[i];
            }
            int[] split = node.depth >= settings.depth ? null : best(node.rows, g, h);
            features.add(split == null ? -1 : split[0]);
            bounds.add(split == null ? 0 : cuts[split[0]][split[1]]);
            lefts.add(split == null ? -1 : nodes.size());
            values.add(split == null ? settings.rate * g / (h + settings.penalty) : 0);
            if (split != null) {
                nodes.add(new Node(Arrays.stream(node.rows).filter(i -> bins[i][split[0]] <= split[1]).toArray(),
                        node.depth + 1));
                nodes.add(new Node(Arrays.stream(node.rows).filter(i -> bins[i][split[0]] > split[1]).toArray(),
                        node.depth + 1));
            }
        }
        return new Trees.Tree(features.stream().mapToInt(f -> f).toArray(), bounds.stream().mapToDouble(b -> b).toArray(),
                lefts.stream().mapToInt(l -> l).toArray(), values.stream().mapToDouble(v -> v).toArray());
    }

    /** Column and last bin to the left of the split that gains most; null where none gains. */
    private int[] best(int[] rows, double g, double h) {
        double[] gradients = new double[cuts.length * BINS];
        double[] curvatures = new double[cuts.length * BINS];
        for (int i : rows) {
            for (int f = 0; f < cuts.length; f++) {
                int at = f * BINS + bins[i][f];
                gradients[at] += gradient[i];
                curvatures[at] += curvature[i];
            }
        }
        int[] best = null;
        double most = 1e-6;
        double before = g * g / (h + settings.penalty);
        for (int f = 0; f < cuts.length; f++) {
            double leftG = 0;
            double leftH = 0;
            for (int bin = 0; bin < cuts[f].length; bin++) {
                leftG += gradients[f * BINS + bin];
                leftH += curvatures[f * BINS + bin];
                double gain = leftG * leftG / (leftH + settings.penalty)
                        + (g - leftG) * (g - leftG) / (h - leftH + settings.penalty) - before;
                if (leftH >= settings.leastWeight && h - leftH >= settings.leastWeight && gain > most) {
                    most = gain;
                    best = new int[] { f, bin };
                }
            }
        }
        return best;
    }
}
