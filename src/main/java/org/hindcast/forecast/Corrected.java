package org.hindcast.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.hindcast.question.Criteria;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Formats;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What a correction changed. Events are kept as they were written, under inner names and with probabilities in per mille; here
 * they are read as the API calls and shows them.
 */
final class Corrected {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int LONGEST = 200;
    private static final String NONE = "none";
    private static final Map<String, String> LABELS = Map.of("start", "place of the quote", "madeOn", "day it was made",
            "undated", "“the author gave no date”", "reference", "market or base rate", "yesWhen", "what counts as yes",
            "sourceOfTruth", "source of truth", "dueOn", "due date", "timeZone", "time zone", "ifSilent", "what silence means");

    private Corrected() {
    }

    /** The data of any event, for the API. */
    static Map<String, Object> shown(RecordedEvent event) {
        if (!event.kind.equals("forecast.corrected")) {
            return event.data;
        }
        Map<String, Object> shown = new LinkedHashMap<>(event.data);
        shown.computeIfPresent("was", (side, stored) -> fields(event.kind, stored));
        shown.computeIfPresent("is", (side, stored) -> fields(event.kind, stored));
        return shown;
    }

    /** From what to what, in words, of a corrected forecast or corrected criteria. */
    static String words(RecordedEvent event) {
        if (!(fields(event.kind, event.data.get("was")) instanceof Map<?, ?> was)
                || !(fields(event.kind, event.data.get("is")) instanceof Map<?, ?> is)) {
            return "see the API";
        }
        List<String> changed = differing(was, is);
        return changed.isEmpty() ? "the question it stands on"
                : changed.stream().map(field -> LABELS.getOrDefault(field, field) + " from " + value(field, was.get(field))
                        + " to " + value(field, is.get(field))).collect(Collectors.joining("; "));
    }

    /** Names of the fields that differ; the place of a quote goes with the quote. */
    static List<String> differing(Map<?, ?> was, Map<?, ?> is) {
        List<String> names = new ArrayList<>();
        is.forEach((field, value) -> {
            if (!Objects.equals(was.get(field), value) && !(field.equals("start") && names.contains("quote"))) {
                names.add(field.toString());
            }
        });
        return names;
    }

    /** As it is stored where it cannot be read: an export may carry what this service never wrote. */
    private static Object fields(String kind, Object stored) {
        try {
            return stored == null ? null
                    : kind.equals("forecast.corrected") ? JSON.convertValue(stored, Claim.class).fields()
                            : JSON.convertValue(stored, Criteria.class).fields();
        } catch (IllegalArgumentException e) {
            return stored;
        }
    }

    private static String value(String field, Object value) {
        if (value == null) {
            return NONE;
        } else if (value instanceof Double probability) {
            return Formats.percent(probability);
        } else if (value instanceof LocalDate date) {
            return Formats.date(date);
        } else if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value instanceof Basis basis) {
            return switch (basis) {
                case STATED -> "a number";
                case WORDED -> "a phrase of likelihood";
                case ASSERTED -> "a flat call";
                case BET -> "a bet";
                case HEDGED -> "a hedge";
            };
        } else if (value instanceof Reference reference) {
            return "%s (%s, %s)".formatted(Formats.percent(reference.probability()), reference.source(),
                    Formats.date(reference.on()));
        } else if (value instanceof List<?> topics) {
            return topics.isEmpty() ? NONE : topics.stream().map(String::valueOf).collect(Collectors.joining(", "));
        } else if (value instanceof String text) {
            return "“" + (field.equals("phrase") ? Position.phrase(text) : abbreviated(text)) + "”";
        }
        return value.toString();
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
