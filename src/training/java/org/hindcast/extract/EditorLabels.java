package org.hindcast.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What editors made of candidates: answers of {@code GET /api/v1/extractions/labels}, one a line. Sentences that no editor
 * chose count as no forecast: whoever goes through a piece sees all of it.
 */
final class EditorLabels {

    private EditorLabels() {
    }

    static List<LabelledPiece> in(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<LabelledPiece> pieces = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            for (JsonNode item : json.readTree(line).get("items")) {
                pieces.add(new LabelledPiece("editors", item.get("piece").asText(), "post", item.get("title").asText(),
                        LocalDate.parse(item.get("publishedOn").asText()), item.get("text").asText(), spans(item, "ACCEPTED"),
                        spans(item, "REPORTED"), List.of()));
            }
        }
        return pieces;
    }

    private static List<LabelledPiece.Span> spans(JsonNode item, String verdict) {
        return StreamSupport.stream(item.get("labels").spliterator(), false)
                .filter(label -> label.get("verdict").asText().equals(verdict))
                .map(label -> new LabelledPiece.Span(label.get("start").asInt(), label.get("end").asInt())).toList();
    }
}
