package org.hindcast.web;

import java.util.HashMap;
import java.util.Map;

/** The conditions of a query whose filters are optional: fixed fragments with named parameters, joined by {@code and}. */
public final class Conditions {

    private final StringBuilder text = new StringBuilder("1 = 1");
    public final Map<String, Object> parameters = new HashMap<>();

    public Conditions and(String fragment) {
        text.append(" and ").append(fragment);
        return this;
    }

    /** Adds the fragment where there is a value; the fragment names it {@code :parameter}. */
    public Conditions and(String fragment, String parameter, Object value) {
        if (value != null) {
            and(fragment);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** A further parameter that a fragment names. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** A text to be found anywhere, as a pattern for {@code like … escape '!'}; null stays null. */
    public static String containing(String part) {
        return part == null ? null : "%" + part.replaceAll("([!%_])", "!$1") + "%";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
