package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hindcast.question.Evidence;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Formats;

/**
 * An event of the record in plain words.
 *
 * @param note the reason or the remark that was given with it; null where none was
 */
public record Told(Instant at, String actor, String what, String note, List<Evidence> evidence) {

    private static final int MOST = 200;

    /** What happened to these subjects, oldest first. */
    public static List<Told> of(Collection<UUID> subjects) {
        List<Told> told = new ArrayList<>();
        for (RecordedEvent event : RecordedEvent.about(subjects, Instant.EPOCH, 0, MOST)) {
            String what = what(event);
            if (what != null) {
                told.add(new Told(event.at, event.actor, what,
                        text(event.data.get(event.data.containsKey("reason") ? "reason" : "note")),
                        evidence(event.data.get("evidence"))));
            }
        }
        return told;
    }

    private static String what(RecordedEvent event) {
        Map<String, Object> data = event.data;
        return switch (event.kind) {
            case "forecast.published" -> "put the forecast on record";
            case "forecast.corrected" ->
                "corrected the forecast (" + Corrected.words(event) + "), now version " + data.get("version");
            case "forecast.withdrawn" -> "withdrew the forecast";
            case "question.created" -> "set the criteria";
            case "question.corrected" ->
                "corrected the criteria (" + Corrected.words(event) + "), now version " + data.get("version");
            case "question.reopened" -> "reopened the question, which had been resolved " + data.get("was");
            case "question.resolved" -> "resolved the question " + data.get("outcome")
                    + (data.get("source") == null ? "" : " (ledger file " + source(text(data.get("source"))) + ")");
            case "verdict.given" -> "NOT_YET".equals(data.get("outcome"))
                    ? "gave the verdict “not yet”, to be asked again on " + date(data.get("recheckOn"))
                    : "gave the verdict " + data.get("outcome");
            case "dispute.opened" -> "disputed the outcome " + data.get("disputed");
            case "dispute.upheld" -> "decided the dispute of " + data.get("by") + ": the outcome " + data.get("disputed")
                    + " stands" + party(data);
            case "dispute.granted" -> "granted the dispute of " + data.get("by") + ": " + (data.get("outcome") == null
                    ? "the question is open again"
                    : "it is resolved " + data.get("outcome") + " instead of " + data.get("disputed")) + party(data);
            case "dispute.overtaken" -> "ended the outcome " + data.get("disputed") + ", and with it the dispute of "
                    + data.get("by");
            default -> null;
        };
    }

    /** As pages write dates; what is none is told as it is. */
    private static String date(Object value) {
        try {
            return Formats.date(LocalDate.parse(String.valueOf(value)));
        } catch (DateTimeParseException e) {
            return String.valueOf(value);
        }
    }

    private static String party(Map<String, Object> data) {
        return Boolean.TRUE.equals(data.get("byParty")) ? " (a party to it; there was no other admin)" : "";
    }

    private static String source(String source) {
        return source.length() <= 120 ? source : source.substring(0, 120) + "…";
    }

    private static String text(Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private static List<Evidence> evidence(Object value) {
        return !(value instanceof List<?> list) ? List.of()
                : list.stream().filter(Map.class::isInstance)
                        .map(one -> new Evidence(text(((Map<?, ?>) one).get("url")), text(((Map<?, ?>) one).get("note"))))
                        .filter(one -> one.url() != null).toList();
    }
}
