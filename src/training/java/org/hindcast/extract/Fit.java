package org.hindcast.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fits the two looks of a {@link Model} to examples. */
final class Fit {

    /**
     * @param penalty on the squares of what linear weights differ from their prior
     * @param boosting of the trees
     * @param real how much a sentence that somebody published weighs; one of ours weighs 1
     * @param prior what a mark of futurity weighs before any piece is read
     */
    record Settings(double penalty, Boosting.Settings boosting, double real, double prior) {

        static final Settings STANDARD = new Settings(12,
                new Boosting.Settings(120, 3, 0.05, 5, 10, 0.7, 1), 2, 0.2);
    }

    /** A feature that only one piece has says more of the piece than of forecasts. */
    private static final int FEWEST_PIECES = 2;
    private static final int INNER_FOLDS = 5;
    private static final int ITERATIONS = 80;

    private static final Set<Cues.Kind> FOR = Set.of(Cues.Kind.FUTURE, Cues.Kind.FIRST);

    private final Settings settings;
    private final Map<String, Cues.Kind> kinds = new Cues().kinds();

    Fit(Settings settings) {
        this.settings = settings;
    }

    /** Both looks; the trees learn from what the linear model says of pieces that it has not seen. */
    Model of(List<Example> examples) {
        return new Model(first(examples), second(examples, unseen(examples)), 0.5, 0.1, 0.3);
    }

    /** By example and sentence, the first look of a model that was fitted without the example. */
    private double[][][] unseen(List<Example> examples) {
        double[][][] looked = new double[examples.size()][][];
        folds(examples.size(), INNER_FOLDS).parallelStream().forEach(fold -> {
            Linear model = first(without(examples, fold));
            fold.forEach(i -> looked[i] = looks(model, examples.get(i)));
        });
        return looked;
    }

    static double[][] looks(Linear model, Example example) {
        double[][] looked = new double[example.labels().length][];
        for (int i = 0; i < looked.length; i++) {
            looked[i] = example.reading().mayClaim(i) ? model.probabilities(example.features().get(i).named()) : Model.NOTHING;
        }
        return looked;
    }

    static List<List<Integer>> folds(int n, int folds) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(7));
        List<List<Integer>> all = new ArrayList<>();
        for (int f = 0; f < folds; f++) {
            List<Integer> fold = new ArrayList<>();
            for (int k = f; k < n; k += folds) {
                fold.add(order.get(k));
            }
            all.add(fold);
        }
        return all;
    }

    static List<Example> without(List<Example> examples, List<Integer> left) {
        List<Example> rest = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (!left.contains(i)) {
                rest.add(examples.get(i));
            }
        }
        return rest;
    }

    Linear first(List<Example> examples) {
        int[] pieces = new int[Example.NAMES.size()];
        int[] last = new int[pieces.length];
        for (int e = 0; e < examples.size(); e++) {
            for (Example.Sparse features : examples.get(e).features()) {
                for (int name : features.names()) {
                    if (last[name] != e + 1) {
                        last[name] = e + 1;
                        pieces[name]++;
                    }
                }
            }
        }
        int[] columns = new int[pieces.length];
        List<String> names = new ArrayList<>(List.of(Linear.BIAS));
        for (int name = 0; name < pieces.length; name++) {
            if (pieces[name] >= FEWEST_PIECES) {
                columns[name] = names.size();
                names.add(Example.NAMES.get(name));
            }
        }
        List<Logistic.Row> rows = new ArrayList<>();
        for (Example example : examples) {
            for (int i = 0; i < example.labels().length; i++) {
                if (example.labels()[i] >= 0) {
                    rows.add(row(example.features().get(i), columns, example.labels()[i], weight(example)));
                }
            }
        }
        double[] penalties = new double[names.size()];
        Arrays.fill(penalties, settings.penalty);
        penalties[0] = 0.001;
        double[][] weights = Logistic.fit(rows.toArray(new Logistic.Row[0]), 3, penalties, priors(names), ITERATIONS);
        Linear model = new Linear();
        for (int j = 0; j < names.size(); j++) {
            model.put(names.get(j), new double[] { weights[0][j], weights[1][j], weights[2][j] });
        }
        return model;
    }

    /** A mark of futurity or of the author's attitude speaks for a forecast until pieces tell otherwise. */
    private double[][] priors(List<String> names) {
        double[][] priors = new double[3][names.size()];
        for (int j = 0; j < priors[0].length; j++) {
            if (names.get(j).startsWith("c:") && FOR.contains(kinds.get(names.get(j).substring(2)))) {
                priors[Model.NONE][j] = -settings.prior;
                priors[Model.AUTHOR][j] = settings.prior;
            }
        }
        return priors;
    }

    private double weight(Example example) {
        return example.piece().set().equals("own") ? 1 : settings.real;
    }

    private static Logistic.Row row(Example.Sparse features, int[] columns, int label, double weight) {
        int[] at = new int[features.names().length + 1];
        double[] values = new double[at.length];
        int n = 1;
        values[0] = 1;
        for (int i = 0; i < features.names().length; i++) {
            int column = columns[features.names()[i]];
            if (column > 0) {
                at[n] = column;
                values[n++] = features.values()[i];
            }
        }
        return new Logistic.Row(Arrays.copyOf(at, n), Arrays.copyOf(values, n), label, weight);
    }

    Trees second(List<Example> examples, double[][][] looked) {
        List<double[]> x = new ArrayList<>();
        List<Boolean> y = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int e = 0; e < examples.size(); e++) {
            Example example = examples.get(e);
            Surroundings surroundings = new Surroundings(Whole.of(example.reading()), looked[e]);
            for (int i = 0; i < example.labels().length; i++) {
                if (example.labels()[i] >= 0) {
                    x.add(surroundings.of(i));
                    y.add(example.labels()[i] == Model.AUTHOR);
                    weights.add(weight(example));
                }
            }
        }
        boolean[] positive = new boolean[y.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = y.get(i);
        }
        return Boosting.fit(x.toArray(double[][]::new), positive, weights.stream().mapToDouble(w -> w).toArray(),
                settings.boosting);
    }
}
