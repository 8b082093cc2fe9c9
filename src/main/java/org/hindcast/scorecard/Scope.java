package org.hindcast.scorecard;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;

import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/**
 * Which part of a record a scorecard is about; null for no matter.
 *
 * @param from first month of the due instant, in UTC
 * @param to last month of the due instant
 * @param undated {@code include}, or {@code exclude} to leave out forecasts whose date is the editor's
 */
public record Scope(String topic, YearMonth from, YearMonth to, String undated) {

    /** @throws InvalidInput naming the parameter */
    static Scope parse(String topic, String from, String to, String undated) {
        if (undated != null && !undated.equals("include") && !undated.equals("exclude")) {
            throw new InvalidInput("undated", "include or exclude is accepted");
        }
        return new Scope(topic, month("from", from), month("to", to), undated == null ? "include" : undated);
    }

    boolean isWholeRecord() {
        return topic == null && from == null && to == null;
    }

    private static YearMonth month(String field, String value) {
        try {
            YearMonth month = value == null ? null : YearMonth.parse(value);
            if (month == null || Violations.isAccepted(month.atDay(1))) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new InvalidInput(field, "a month such as 2026-03 is accepted");
    }
}
