package org.hindcast.calculator;

import java.io.IOException;
import java.io.InputStream;

import org.hindcast.score.Report;
import org.hindcast.web.InvalidInput;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads {@code {forecasts: [{probability, outcome, weight?, reference?}]}}, token by token. */
final class JsonRows {

    private static final String ACCEPTED = "{\"forecasts\": [{probability, outcome, weight?, reference?}]} is accepted";

    private final JsonParser parser;
    private final Rows rows = new Rows();

    private JsonRows(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @throws InvalidInput naming the row, with its line and column, of what is not accepted
     * @throws IOException where it is not JSON
     */
    static Report report(InputStream body, ObjectMapper json) throws IOException {
        try (JsonParser parser = json.getFactory().createParser(body)) {
            return new JsonRows(parser).report();
        }
    }

    private Report report() throws IOException {
        expect(parser.nextToken() == JsonToken.START_OBJECT, "body", ACCEPTED);
        boolean found = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            expect("forecasts".equals(field), field, "is not a known field; " + ACCEPTED);
            expect(parser.nextToken() == JsonToken.START_ARRAY, field, "a list is accepted");
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                row(i);
            }
            found = true;
        }
        expect(parser.nextToken() == null, "body", "goes on after its end; " + ACCEPTED);
        expect(found, "forecasts", "is missing; " + ACCEPTED);
        return rows.report();
    }

    private void row(int i) throws IOException {
        JsonLocation at = parser.currentLocation();
        Rows.Place place = field -> "forecasts[%d].%s (line %d, column %d)".formatted(i, field, at.getLineNr(),
                at.getColumnNr());
        expect(parser.currentToken() == JsonToken.START_OBJECT, "forecasts[" + i + "]", "an object is accepted");
        Double probability = null;
        Double outcome = null;
        Double weight = null;
        Double reference = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            Double value = number(parser.nextToken(), place.of(field));
            switch (field) {
                case "probability" -> probability = value;
                case "outcome" -> outcome = value;
                case "weight" -> weight = value;
                case "reference" -> reference = value;
                default -> throw new InvalidInput(place.of(field),
                        "is not a known field; known are probability, outcome, weight, reference");
            }
        }
        rows.add(probability, outcome, weight, reference, place);
    }

    private Double number(JsonToken token, String place) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(token != null && token.isNumeric(), place, "is not a number; a number is accepted");
        return parser.getDoubleValue();
    }

    private static void expect(boolean accepted, String field, String message) {
        if (!accepted) {
            throw new InvalidInput(field, message);
        }
    }
}
