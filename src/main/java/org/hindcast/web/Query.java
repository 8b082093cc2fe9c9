package org.hindcast.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of a page with its parameters, those that are missing left out. */
public final class Query {

    private final StringBuilder address;
    private char joint = '?';

    public Query(String path) {
        address = new StringBuilder(path);
    }

    public Query with(String name, String value) {
        if (value != null && !value.isEmpty()) {
            address.append(joint).append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            joint = '&';
        }
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }

    /** A topic as it was meant: "Climate change" is climate-change. */
    public static String topic(String value) {
        String given = given(value);
        String slug = given == null ? "" : Slugs.of(given, Integer.MAX_VALUE);
        return slug.isEmpty() ? given : slug;
    }

    /** A parameter as it was meant: a form sends its empty fields along. */
    public static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
