package org.hindcast.extract;

import java.util.HashMap;
import java.util.Map;

/** Multinomial logistic regression: weights by feature, for each class that {@link Model} numbers. */
final class Linear {

    static final String BIAS = "bias";
    private static final int CLASSES = 3;

    private final Map<String, double[]> weights = new HashMap<>();

    Map<String, double[]> weights() {
        return weights;
    }

    void put(String feature, double[] byClass) {
        weights.put(feature, byClass);
    }

    void read(String line) {
        String[] cells = line.split("\t");
        put(cells[0],
                new double[] { Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3]) });
    }

    double[] probabilities(Map<String, Double> features) {
        double[] z = new double[CLASSES];
        add(BIAS, 1, z);
        features.forEach((name, value) -> add(name, value, z));
        softmax(z);
        return z;
    }

    private void add(String name, double value, double[] z) {
        double[] weight = weights.get(name);
        for (int c = 0; weight != null && c < CLASSES; c++) {
            z[c] += weight[c] * value;
        }
    }

    static void softmax(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : z) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = StrictMath.exp(z[i] - most);
            sum += z[i];
        }
        for (int i = 0; i < z.length; i++) {
            z[i] /= sum;
        }
    }
}
