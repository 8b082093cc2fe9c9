package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Boosted regression trees: the log odds are a constant plus what each tree says.
 */
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

    final double constant;
    final List<Tree> trees = new ArrayList<>();

    Trees(double constant) {
        this.constant = constant;
    }

    double logOdds(double[] x) {
        double sum = constant;
        for (Tree tree : trees) {
            sum += tree.of(x);
        }
        return sum;
    }

    double probability(double[] x) {
        return 1 / (1 + Math.exp(-logOdds(x)));
    }
}
