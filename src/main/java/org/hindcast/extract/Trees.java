package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;

/** Boosted regression trees: the log odds are a constant plus what each tree says. */
final class Trees {

    /**
     * One tree, its nodes numbered from the root, 0.
     *
     * @param feature by node; −1 at a leaf
     * @param bound by node: values up to it go left, to node {@code left}, others to the next one
     * @param value by leaf
     */
    record Tree(int[] feature, double[] bound, int[] left, double[] value) {

        double of(double[] x) {
            int node = 0;
            while (feature[node] >= 0) {
                node = x[feature[node]] <= bound[node] ? left[node] : left[node] + 1;
            }
            return value[node];
        }
    }

    double constant;
    final List<Tree> trees = new ArrayList<>();

    /** "constant" and its value, or a tree: its nodes, each "feature:bound:left" or a leaf's value. */
    void read(String line) {
        String[] cells = line.split("\t");
        if (cells[0].equals("constant")) {
            constant = Double.parseDouble(cells[1]);
            return;
        }
        int[] feature = new int[cells.length];
        double[] bound = new double[cells.length];
        int[] left = new int[cells.length];
        double[] value = new double[cells.length];
        for (int node = 0; node < cells.length; node++) {
            String[] parts = cells[node].split(":");
            if (parts.length == 1) {
                feature[node] = -1;
                value[node] = Double.parseDouble(parts[0]);
            } else {
                feature[node] = Integer.parseInt(parts[0]);
                bound[node] = Double.parseDouble(parts[1]);
                left[node] = Integer.parseInt(parts[2]);
            }
        }
        trees.add(new Tree(feature, bound, left, value));
    }

    double logOdds(double[] x) {
        double sum = constant;
        for (Tree tree : trees) {
            sum += tree.of(x);
        }
        return sum;
    }

    double probability(double[] x) {
        return 1 / (1 + StrictMath.exp(-logOdds(x)));
    }
}
