package org.hindcast.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import org.hindcast.forecast.Within;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Query;
import org.hindcast.web.Violations;

/**
 * Which part of a record a scorecard is about; null for no matter.
 *
 * @param from first month of the due instant, in UTC
 * @param to last month of the due instant
 * @param undated {@code include}, or {@code exclude} to leave out forecasts whose date is the editor's
 */
public record Scope(String topic, YearMonth from, YearMonth to, String undated) {

    static final Scope WHOLE = new Scope(null, null, null, "include");

    private static final LocalDate FIRST_MONTH = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_MONTH = LocalDate.of(9999, 12, 1);

    /** From the parameters of an address; an empty one is none. @throws InvalidInput naming each that is not accepted */
    static Scope parse(String topic, String from, String to, String undated) {
        Violations violations = new Violations();
        YearMonth first = month("from", Query.given(from), violations);
        YearMonth last = month("to", Query.given(to), violations);
        if (first != null && last != null && first.isAfter(last)) {
            violations.add("from",
                    "%s is after %s, where the period ends; a month up to that one is accepted".formatted(first, last));
        }
        String dates = Query.given(undated);
        if (dates != null && !dates.equals("include") && !dates.equals("exclude")) {
            violations.add("undated", "include or exclude is accepted");
        }
        violations.throwIfAny();
        return new Scope(Query.topic(topic), first, last, dates == null ? "include" : dates);
    }

    /** These cells, as far as they are of the scope in what they say themselves. */
    List<Cell> of(List<Cell> cells) {
        return isDatedOnly() ? cells.stream().filter(cell -> !cell.undated()).toList() : cells;
    }

    /** Whether forecasts whose date is the editor's are left out. */
    boolean isDatedOnly() {
        return undated.equals("exclude");
    }

    LocalDate firstMonth() {
        return first(from);
    }

    LocalDate lastMonth() {
        return last(to);
    }

    /** The month that a period begins with; null: as early as any. */
    static LocalDate first(YearMonth from) {
        return from == null ? FIRST_MONTH : from.atDay(1);
    }

    /** The month that a period ends with; null: as late as any. */
    static LocalDate last(YearMonth to) {
        return to == null ? LAST_MONTH : to.atDay(1);
    }

    /** The same as a filter of the forecasts themselves. */
    Within within() {
        return new Within(topic, from == null ? null : from.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                to == null ? null : to.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), isDatedOnly());
    }

    boolean isWholeRecord() {
        return topic == null && from == null && to == null;
    }

    private static YearMonth month(String field, String value, Violations violations) {
        try {
            YearMonth month = value == null ? null : YearMonth.parse(value);
            if (month == null || Violations.isAccepted(month.atDay(1))) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        violations.add(field, "a month such as 2026-03 is accepted");
        return null;
    }
}
