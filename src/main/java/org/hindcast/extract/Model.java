package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights by feature: of the author's own forecasts, and of reported ones, against everything else. */
final class Model {

    static final int NONE = 0;
    static final int AUTHOR = 1;
    static final int OTHER = 2;

    private static final String FILE = "weights.tsv";

    private final Map<String, double[]> weights = new HashMap<>();
    private double high = 0.35;
    private double maybe = 0.1;
    private double other = 0.3;

    /** The one that the service uses, as trained. */
    static Model shipped() {
        try (InputStream in = Model.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Model model = new Model();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(model::read);
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        String[] cells = line.split("\t");
        switch (cells[0]) {
            case "threshold" -> {
                high = Double.parseDouble(cells[1]);
                maybe = Double.parseDouble(cells[2]);
                other = Double.parseDouble(cells[3]);
            }
            default -> put(cells[0], new double[] { Double.parseDouble(cells[1]), Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]) });
        }
    }

    /** By sentence, what {@link #probabilities(Map)} says. */
    double[][] probabilities(Reading reading) {
        Features features = new Features(reading);
        double[][] probabilities = new double[reading.sentences.size()][];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probabilities(features.of(i));
        }
        return probabilities;
    }

    /** Whose forecast it may be; null where it is none. */
    Candidate.Predictor predictor(double[] p) {
        if (p[AUTHOR] >= maybe && p[AUTHOR] >= p[OTHER]) {
            return Candidate.Predictor.AUTHOR;
        }
        return p[OTHER] >= other ? Candidate.Predictor.OTHER : p[AUTHOR] >= maybe ? Candidate.Predictor.AUTHOR : null;
    }

    Candidate.Tier tier(Candidate.Predictor predictor, double[] p) {
        boolean high = predictor == Candidate.Predictor.AUTHOR ? p[AUTHOR] >= this.high : p[OTHER] >= 0.5;
        return high ? Candidate.Tier.HIGH : Candidate.Tier.MAYBE;
    }

    double confidence(Candidate.Predictor predictor, double[] p) {
        return Math.round(p[predictor == Candidate.Predictor.AUTHOR ? AUTHOR : OTHER] * 1000) / 1000.0;
    }

    void thresholds(double high, double maybe, double other) {
        this.high = high;
        this.maybe = maybe;
        this.other = other;
    }

    List<String> settings() {
        return List.of("threshold\t%s\t%s\t%s".formatted(high, maybe, other));
    }

    Map<String, double[]> weights() {
        return weights;
    }

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
