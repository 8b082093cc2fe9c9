package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides which sentences are forecasts, in two looks. The first, a {@link Linear} model, goes by the sentence and what stands
 * next to it; the second, {@link Trees}, by how the first judged everything around it, so that a bare "Spurs win it" counts in
 * a list of forecasts and not elsewhere. The weights are trained: see {@code docs/extraction.md}.
 *
 * @param high least confidence of tier HIGH
 * @param maybe least confidence of tier MAYBE
 * @param other least confidence that somebody else's forecast is reported
 */
record Model(Linear first, Trees second, double high, double maybe, double other) {

    static final int NONE = 0;
    static final int AUTHOR = 1;
    static final int OTHER = 2;

    /** The one that the service uses. */
    static Model shipped() {
        Linear first = new Linear();
        Trees second = new Trees();
        double[] thresholds = new double[3];
        lines("weights.tsv", first::read);
        lines("trees.tsv", second::read);
        lines("thresholds.tsv", line -> {
            String[] cells = line.split("\t");
            thresholds[List.of("high", "maybe", "other").indexOf(cells[0])] = Double.parseDouble(cells[1]);
        });
        return new Model(first, second, thresholds[0], thresholds[1], thresholds[2]);
    }

    private static void lines(String file, Consumer<String> reader) {
        try (InputStream in = Model.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where nothing can be claimed. */
    static final double[] NOTHING = { 1, 0, 0 };

    /** By sentence, the probabilities of {@link #NONE}, {@link #AUTHOR} and {@link #OTHER}. */
    double[][] probabilities(Reading reading) {
        Whole whole = Whole.of(reading);
        double[][] looked = new double[reading.sentences.size()][];
        for (int i = 0; i < looked.length; i++) {
            looked[i] = reading.mayClaim(i) ? first.probabilities(Features.of(whole, i)) : NOTHING;
        }
        return again(whole, looked);
    }

    /** The second look. */
    double[][] again(Whole whole, double[][] looked) {
        Surroundings surroundings = new Surroundings(whole, looked);
        double[][] probabilities = new double[looked.length][];
        for (int i = 0; i < looked.length; i++) {
            if (!whole.reading().mayClaim(i)) {
                probabilities[i] = NOTHING;
                continue;
            }
            double author = second.probability(surroundings.of(i));
            double rest = looked[i][NONE] + looked[i][OTHER];
            double other = rest == 0 ? 0 : (1 - author) * looked[i][OTHER] / rest;
            probabilities[i] = new double[] { 1 - author - other, author, other };
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
        double least = predictor == Candidate.Predictor.AUTHOR ? high : Math.max(other, 0.5);
        return confidence(predictor, p) >= least ? Candidate.Tier.HIGH : Candidate.Tier.MAYBE;
    }

    double confidence(Candidate.Predictor predictor, double[] p) {
        return Math.round(p[predictor == Candidate.Predictor.AUTHOR ? AUTHOR : OTHER] * 1000) / 1000.0;
    }
}
