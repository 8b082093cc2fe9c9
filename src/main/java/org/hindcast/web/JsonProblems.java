package org.hindcast.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** What Jackson found wrong, in words for the person who sent it: 400 for what is not JSON, 422 for JSON that does not fit. */
final class JsonProblems {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private JsonProblems() {
    }

    static Problem of(JsonProcessingException e) {
        if (e instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) {
            return Problem.of(422, "Some of what was sent is not accepted.",
                    List.of(new Violation(path(wrong), message(wrong))));
        }
        if (e instanceof MismatchedInputException) {
            return Problem.of(400, "The body is not one JSON object.");
        }
        if (e instanceof JsonMappingException wrong && e.getCause() instanceof InputCoercionException tooLarge) {
            return Problem.of(422, "Some of what was sent is not accepted.",
                    List.of(new Violation(path(wrong),
                            "is too large; " + accepted(tooLarge.getTargetType()) + " is accepted")));
        }
        if (e instanceof JsonMappingException wrong && !(e.getCause() instanceof JsonProcessingException)) {
            return Problem.of(422, "Some of what was sent is not accepted.",
                    List.of(new Violation(path(wrong), "is not of the expected form")));
        }
        Matcher twice = TWICE.matcher(rootMessage(e));
        String where = e.getLocation() == null ? ""
                : " (line %d, column %d)".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return Problem.of(400,
                twice.matches()
                        ? "The body has the field '%s' twice%s.".formatted(Violations.abbreviated(twice.group(1)), where)
                        : "The body is not well-formed JSON" + where + ".");
    }

    /** The parser's own, which the mapper wraps when it has read some of the body. */
    private static String rootMessage(JsonProcessingException e) {
        return e.getCause() instanceof JsonProcessingException cause ? rootMessage(cause)
                : String.valueOf(e.getOriginalMessage());
    }

    private static String message(MismatchedInputException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "is not a known field; known here are "
                    + unknown.getKnownPropertyIds().stream().map(Object::toString).sorted()
                            .collect(Collectors.joining(", "));
        }
        Class<?> type = e.getTargetType();
        if (type != null && type.isEnum()) {
            return "is not known; accepted are "
                    + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException && e.getOriginalMessage().contains(StrictJson.STORABLE)) {
            return StrictJson.STORABLE;
        }
        return "is of the wrong type; " + accepted(type) + " is accepted";
    }

    private static String accepted(Class<?> type) {
        if (type == null) {
            return "another type";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "Double", "double" -> "a number";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Boolean", "boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2026-12-31";
            case "LocalTime" -> "a time such as 08:00";
            case "Instant" -> "an instant such as 2026-12-31T08:00:00Z";
            case "UUID" -> "an id such as 01890a5d-ac96-774b-bcce-b302099a8057";
            case "List", "ArrayList", "Set" -> "a list";
            default -> "an object";
        };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
