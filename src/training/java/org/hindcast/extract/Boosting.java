package org.hindcast.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Fits {@link Trees} to the logistic loss, each to a sample of the rows, by Newton steps. */
final class Boosting {

    record Settings(int trees, int depth, double rate, double leastWeight, double penalty, double sample, long seed) {
    }

    private final double[][] x;
    private final int[][] order;
    private final double[] gradient;
    private final double[] curvature;
    private final Settings settings;

    private Boosting(double[][] x, Settings settings) {
        this.x = x;
        this.settings = settings;
        gradient = new double[x.length];
        curvature = new double[x.length];
        order = new int[x[0].length][];
        for (int f = 0; f < order.length; f++) {
            int feature = f;
            Integer[] rows = new Integer[x.length];
            Arrays.setAll(rows, i -> i);
            Arrays.sort(rows, Comparator.comparingDouble(i -> x[i][feature]));
            order[f] = Arrays.stream(rows).mapToInt(i -> i).toArray();
        }
    }

    static Trees fit(double[][] x, boolean[] y, double[] weights, Settings settings) {
        double positive = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            positive += y[i] ? weights[i] : 0;
            all += weights[i];
        }
        Trees trees = new Trees();
        trees.constant = Math.log(positive / (all - positive));
        Boosting boosting = new Boosting(x, settings);
        double[] z = new double[y.length];
        Arrays.fill(z, trees.constant);
        Random random = new Random(settings.seed);
        for (int t = 0; t < settings.trees; t++) {
            boolean[] in = new boolean[y.length];
            for (int i = 0; i < y.length; i++) {
                double p = 1 / (1 + Math.exp(-z[i]));
                boosting.gradient[i] = weights[i] * ((y[i] ? 1 : 0) - p);
                boosting.curvature[i] = weights[i] * p * (1 - p);
                in[i] = random.nextDouble() < settings.sample;
            }
            Trees.Tree tree = boosting.tree(in);
            trees.trees.add(tree);
            for (int i = 0; i < y.length; i++) {
                z[i] += tree.of(x[i]);
            }
        }
        return trees;
    }

    private record Node(boolean[] in, int depth) {
    }

    private Trees.Tree tree(boolean[] in) {
        List<Node> nodes = new ArrayList<>(List.of(new Node(in, 0)));
        List<Integer> features = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        List<Integer> lefts = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            double g = 0;
            double h = 0;
            for (int i = 0; i < x.length; i++) {
                if (node.in[i]) {
                    g += gradient[i];
                    h += curvature[i];
                }
            }
            double[] split = node.depth >= settings.depth ? null : best(node.in, g, h);
            features.add(split == null ? -1 : (int) split[0]);
            bounds.add(split == null ? 0 : split[1]);
            lefts.add(split == null ? -1 : nodes.size());
            values.add(split == null ? settings.rate * g / (h + settings.penalty) : 0);
            if (split != null) {
                boolean[] left = new boolean[x.length];
                boolean[] right = new boolean[x.length];
                for (int i = 0; i < x.length; i++) {
                    left[i] = node.in[i] && x[i][(int) split[0]] <= split[1];
                    right[i] = node.in[i] && !left[i];
                }
                nodes.add(new Node(left, node.depth + 1));
                nodes.add(new Node(right, node.depth + 1));
            }
        }
        return new Trees.Tree(features.stream().mapToInt(f -> f).toArray(), bounds.stream().mapToDouble(b -> b).toArray(),
                lefts.stream().mapToInt(l -> l).toArray(), values.stream().mapToDouble(v -> v).toArray());
    }

    /** Feature and bound of the split that gains most; null where none gains. */
    private double[] best(boolean[] in, double g, double h) {
        double[] best = null;
        double most = 1e-6;
        double before = g * g / (h + settings.penalty);
        for (int f = 0; f < order.length; f++) {
            double leftG = 0;
            double leftH = 0;
            int last = -1;
            for (int i : order[f]) {
                if (!in[i]) {
                    continue;
                }
                if (last >= 0 && x[i][f] > x[last][f] && leftH >= settings.leastWeight && h - leftH >= settings.leastWeight) {
                    double gain = leftG * leftG / (leftH + settings.penalty)
                            + (g - leftG) * (g - leftG) / (h - leftH + settings.penalty) - before;
                    if (gain > most) {
                        most = gain;
                        best = new double[] { f, (x[i][f] + x[last][f]) / 2 };
                    }
                }
                leftG += gradient[i];
                leftH += curvature[i];
                last = i;
            }
        }
        return best;
    }
}
