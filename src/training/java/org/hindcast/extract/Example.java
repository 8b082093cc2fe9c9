package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A labelled piece as the extractor reads it.
 *
 * @param features of each sentence
 * @param labels of each sentence, as {@link Model} numbers them; −1 where annotators differ
 */
record Example(LabelledPiece piece, Reading reading, List<Map<String, Double>> features, int[] labels) {

    static Example of(LabelledPiece piece, Sentences splitter, Tagger tagger, Cues cues) {
        Reading reading = new Reading(piece.text(), piece.title(), piece.publishedOn(), splitter, tagger, cues);
        Features features = new Features(reading);
        List<Map<String, Double>> all = new ArrayList<>();
        int[] labels = new int[reading.sentences.size()];
        for (int i = 0; i < labels.length; i++) {
            all.add(features.of(i));
            Sentence sentence = reading.sentences.get(i);
            labels[i] = label(piece, sentence.start(), sentence.end());
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
