package org.hindcast.calculator;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

import org.hindcast.score.Report;
import org.hindcast.web.InvalidInput;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads {@code {forecasts: [{probability, outcome, weight?, reference?}]}}, token by token. */
final class JsonRows {

    private static final String ACCEPTED = "{\"forecasts\": [{probability, outcome, weight?, reference?}]} is accepted";

    private static final List<String> FIELDS = List.of("probability", "outcome", "weight", "reference");

    private final JsonParser parser;
    private final Rows rows = new Rows();
    /** Of the row being read, by field: what was given and where. */
    private final Double[] values = new Double[FIELDS.size()];
    private final JsonLocation[] places = new JsonLocation[FIELDS.size()];

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
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "the body is empty");
        }
        expect(first == JsonToken.START_OBJECT, "body", ACCEPTED);
        boolean found = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            expect("forecasts".equals(field), field, "is not a known field; " + ACCEPTED);
            expect(parser.nextToken() == JsonToken.START_ARRAY, field, "is not a list; " + ACCEPTED);
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
        JsonLocation start = parser.currentTokenLocation();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidInput("forecasts[%d]%s".formatted(i, at(start)), "is not an object; " + ACCEPTED);
        }
        Arrays.fill(values, null);
        Arrays.fill(places, null);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            int known = FIELDS.indexOf(field);
            JsonToken value = parser.nextToken();
            if (known < 0) {
                throw refused(i, field, "is not a known field; known are " + String.join(", ", FIELDS));
            }
            if (value != JsonToken.VALUE_NULL && !value.isNumeric()) {
                throw refused(i, field, "is not a number; a number is accepted");
            }
            places[known] = parser.currentTokenLocation();
            values[known] = value == JsonToken.VALUE_NULL ? null : Double.valueOf(parser.getDoubleValue());
        }
        rows.add(values[0], values[1], values[2], values[3], field -> {
            JsonLocation place = places[FIELDS.indexOf(field)];
            return "forecasts[%d].%s%s".formatted(i, field, at(place == null ? start : place));
        });
    }

    private InvalidInput refused(int i, String field, String message) {
        return new InvalidInput("forecasts[%d].%s%s".formatted(i, field, at(parser.currentTokenLocation())), message);
    }

    private static String at(JsonLocation place) {
        return " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static void expect(boolean accepted, String field, String message) {
        if (!accepted) {
            throw new InvalidInput(field, message);
        }
    }
}
