package org.hindcast.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A labelled piece as the extractor reads it.
 *
 * @param features of each sentence
 * @param labels of each sentence, as {@link Model} numbers them; −1 where annotators differ or nothing can be claimed
 */
record Example(LabelledPiece piece, Reading reading, List<Sparse> features, int[] labels) {

    /** Names of features, numbered in the order in which they were met. */
    static final List<String> NAMES = new ArrayList<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    /** The features that a sentence has, by number. */
    record Sparse(int[] names, double[] values) {

        private static Sparse of(Map<String, Double> features) {
            int[] names = new int[features.size()];
            double[] values = new double[names.length];
            int n = 0;
            for (Map.Entry<String, Double> feature : features.entrySet()) {
                names[n] = NUMBERS.computeIfAbsent(feature.getKey(), name -> {
                    NAMES.add(name);
                    return NAMES.size() - 1;
                });
                values[n++] = feature.getValue();
            }
            return new Sparse(names, values);
        }

        Map<String, Double> named() {
            Map<String, Double> features = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                features.put(NAMES.get(names[i]), values[i]);
            }
            return features;
        }
    }

    static Example of(LabelledPiece piece, Sentences splitter, Tagger tagger, Cues cues) {
        Reading reading = new Reading(piece.text(), piece.title(), piece.publishedOn(), splitter, tagger, cues);
        Whole whole = Whole.of(reading);
        List<Sparse> all = new ArrayList<>();
        int[] labels = new int[reading.sentences.size()];
        for (int i = 0; i < labels.length; i++) {
            all.add(Sparse.of(Features.of(whole, i)));
            Sentence sentence = reading.sentences.get(i);
            labels[i] = reading.mayClaim(i) ? label(piece, sentence.start(), sentence.end()) : -1;
        }
        return new Example(piece, reading, all, labels);
    }

    static int label(LabelledPiece piece, int start, int end) {
        if (piece.doubtful().stream().anyMatch(span -> span.matches(start, end))) {
            return -1;
        }
        return piece.author().stream().anyMatch(span -> span.matches(start, end)) ? Model.AUTHOR
                : piece.others().stream().anyMatch(span -> span.matches(start, end)) ? Model.OTHER : Model.NONE;
    }
}
