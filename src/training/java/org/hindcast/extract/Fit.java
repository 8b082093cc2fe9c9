package org.hindcast.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits a {@link Model} to examples. */
final class Fit {

    private static final int FEWEST_PIECES = 2;

    private Fit() {
    }

    static Model of(List<Example> examples, double penalty) {
        Map<String, Integer> pieces = new HashMap<>();
        for (Example example : examples) {
            Set<String> seen = new HashSet<>();
            example.features().forEach(features -> seen.addAll(features.keySet()));
            seen.forEach(name -> pieces.merge(name, 1, Integer::sum));
        }
        Map<String, Integer> columns = new HashMap<>();
        List<String> names = new ArrayList<>(List.of("bias"));
        columns.put("bias", 0);
        pieces.forEach((name, n) -> {
            if (n >= FEWEST_PIECES) {
                columns.put(name, names.size());
                names.add(name);
            }
        });
        List<Logistic.Row> rows = new ArrayList<>();
        for (Example example : examples) {
            for (int i = 0; i < example.labels().length; i++) {
                if (example.labels()[i] >= 0) {
                    rows.add(row(example.features().get(i), columns, example.labels()[i], 1));
                }
            }
        }
        double[] penalties = new double[names.size()];
        java.util.Arrays.fill(penalties, penalty);
        penalties[0] = 0.001;
        double[][] weights = Logistic.fit(rows.toArray(new Logistic.Row[0]), 3, penalties, 80);
        Model model = new Model();
        for (int j = 0; j < names.size(); j++) {
            model.put(names.get(j), new double[] { weights[0][j], weights[1][j], weights[2][j] });
        }
        return model;
    }

    private static Logistic.Row row(Map<String, Double> features, Map<String, Integer> columns, int label, double weight) {
        int[] at = new int[features.size() + 1];
        double[] values = new double[at.length];
        int n = 1;
        values[0] = 1;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            Integer column = columns.get(feature.getKey());
            if (column != null) {
                at[n] = column;
                values[n++] = feature.getValue();
            }
        }
        return new Logistic.Row(java.util.Arrays.copyOf(at, n), java.util.Arrays.copyOf(values, n), label, weight);
    }
}
