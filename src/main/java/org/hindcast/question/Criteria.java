package org.hindcast.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.persistence.Embeddable;

/**
 * How a question is decided.
 *
 * @param question what is asked of the future
 * @param yesWhen what must be seen for YES
 * @param sourceOfTruth who says so
 * @param dueOn the last day that counts
 * @param timeZone where that day ends
 * @param ifSilent what it means if the source says nothing; null where nobody said
 */
@Embeddable
public record Criteria(String question, String yesWhen, String sourceOfTruth, LocalDate dueOn, String timeZone,
        String ifSilent) {

    /** As the API calls and shows them. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("question", question);
        fields.put("yesWhen", yesWhen);
        fields.put("sourceOfTruth", sourceOfTruth);
        fields.put("dueOn", dueOn);
        fields.put("timeZone", timeZone);
        fields.put("ifSilent", ifSilent);
        return fields;
    }

    /** The start of the day after {@link #dueOn}: from then on a verdict is asked for. */
    public Instant dueAt() {
        return dueOn.plusDays(1).atStartOfDay(ZoneId.of(timeZone)).toInstant();
    }
}
