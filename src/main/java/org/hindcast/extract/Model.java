package org.hindcast.extract;

import java.util.HashMap;
import java.util.Map;

/** Weights by feature: of the author's own forecasts, and of reported ones, against everything else. */
final class Model {

    static final int NONE = 0;
    static final int AUTHOR = 1;
    static final int OTHER = 2;

    private final Map<String, double[]> weights = new HashMap<>();

    void put(String feature, double[] byClass) {
        weights.put(feature, byClass);
    }

    /** Probabilities of {@link #NONE}, {@link #AUTHOR} and {@link #OTHER}. */
    double[] probabilities(Map<String, Double> features) {
        double[] z = new double[3];
        features.forEach((name, value) -> {
            double[] weight = weights.get(name);
            for (int c = 0; weight != null && c < 3; c++) {
                z[c] += weight[c] * value;
            }
        });
        double[] bias = weights.get("bias");
        for (int c = 0; bias != null && c < 3; c++) {
            z[c] += bias[c];
        }
        softmax(z);
        return z;
    }

    static void softmax(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : z) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.exp(z[i] - most);
            sum += z[i];
        }
        for (int i = 0; i < z.length; i++) {
            z[i] /= sum;
        }
    }
}
