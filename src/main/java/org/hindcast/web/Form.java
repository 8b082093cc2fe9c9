package org.hindcast.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** The fields of a form that a browser sends; an empty one is null. */
public final class Form {

    private Form() {
    }

    /** @throws InvalidInput unless it can be stored as it is */
    public static String text(String field, String value) {
        String given = Query.given(value);
        if (given != null && !StrictJson.isStorable(given)) {
            throw new InvalidInput(field, "a text without U+0000 and without half surrogate pairs is accepted");
        }
        return given;
    }

    /** @throws InvalidInput unless it is a date */
    public static LocalDate date(String field, String value) {
        return parse(field, value, LocalDate::parse, "a date such as 2026-12-31 is accepted");
    }

    /** @throws InvalidInput unless it is a time of day */
    public static LocalTime time(String field, String value) {
        return parse(field, value, LocalTime::parse, "a time such as 08:00 is accepted");
    }

    private static <T> T parse(String field, String value, Function<String, T> parser, String accepted) {
        String given = Query.given(value);
        try {
            return given == null ? null : parser.apply(given);
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, accepted);
        }
    }
}
