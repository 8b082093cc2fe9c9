package org.hindcast.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.hindcast.piece.Piece;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.StrictJson;
import org.hindcast.web.Violations;

/** Labels as they are sent, all of one piece; with the language model that had a part in what was offered, where one had. */
public record NewLabels(String piece, List<NewLabel> labels, String model, String promptHash) {

    private static final int MOST = 2000;

    /** One of them. {@code confidence}: the extractor's, where it offered this. */
    public record NewLabel(Integer start, Integer end, ExtractionLabel.Verdict verdict, Float confidence) {
    }

    /**
     * @return the piece
     * @throws InvalidInput naming every field that is not accepted; nothing is stored then
     */
    Piece store(String by, Instant now) {
        Violations violations = new Violations();
        violations.required("piece", piece, 200);
        if (labels == null || labels.isEmpty() || labels.size() > MOST) {
            violations.add("labels", "1 to %,d of {start, end, verdict, confidence?} are accepted".formatted(MOST));
        }
        violations.optional("model", model, 200);
        if (promptHash == null ? model != null : model == null || !promptHash.matches("[0-9a-f]{64}")) {
            violations.add("promptHash", "goes with a model; the SHA-256 of what it was asked is accepted");
        }
        violations.throwIfAny();
        Piece in = Piece.bySlug(piece);
        String text = in.text == null ? "" : in.text;
        for (int i = 0; i < labels.size(); i++) {
            validate("labels[" + i + "]", labels.get(i), text, violations);
        }
        violations.throwIfAny();
        ExtractionLabel.hold(in);
        for (NewLabel label : labels) {
            ExtractionLabel.put(in, label.start, label.end, label.verdict,
                    new ExtractionLabel.Offer(label.confidence, model, promptHash), by, now);
        }
        RecordedEvent.record(now, by, "piece.labelled", in.id, Map.of("labels", labels.stream().map(label -> Map.of("start",
                label.start, "end", label.end, "verdict", label.verdict.name())).toList()));
        return in;
    }

    private static void validate(String field, NewLabel label, String text, Violations violations) {
        if (label == null) {
            violations.add(field, "is missing; {start, end, verdict, confidence?} is accepted");
            return;
        }
        if (label.start == null || label.end == null || label.start < 0 || label.end <= label.start
                || label.end > text.length()) {
            violations.add(field + ".start",
                    "start and end must lie in the piece's text, which has %,d characters".formatted(text.length()));
        } else if (!StrictJson.isStorable(text.substring(label.start, label.end))) {
            violations.add(field + ".start", "start and end must not cut a character of two UTF-16 code units in two");
        }
        if (label.verdict == null) {
            violations.add(field + ".verdict", "is missing; ACCEPTED, REPORTED or REJECTED is accepted");
        }
        if (label.confidence != null && !(label.confidence >= 0 && label.confidence <= 1)) {
            violations.add(field + ".confidence", "is %s; a number from 0 to 1 is accepted".formatted(label.confidence));
        }
    }
}
