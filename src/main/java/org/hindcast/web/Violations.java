package org.hindcast.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong with an input, so that one answer names it all. */
public final class Violations {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    private final List<Violation> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new Violation(field, message));
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Violation> found() {
        return found;
    }

    /** @throws InvalidInput if there is any violation */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }

    /** A text that may be missing; blank counts as missing. */
    public String optional(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > longest) {
            add(field, "is %,d characters long; at most %,d are accepted".formatted(value.length(), longest));
        }
        return value;
    }

    public String required(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, "is missing; a text of 1 to %,d characters is accepted".formatted(longest));
            return null;
        }
        return optional(field, value, longest);
    }

    /** An absolute http or https address that may be missing. */
    public String address(String field, String value) {
        String url = optional(field, value, 2000);
        if (url != null && !isWebAddress(url)) {
            add(field, "is not a web address; an absolute http:// or https:// address is accepted");
        }
        return url;
    }

    public String slug(String field, String value, int longest) {
        String slug = optional(field, value, longest);
        if (slug != null && !SLUG.matcher(slug).matches()) {
            add(field, "is '%s'; lower-case letters a-z, digits and single hyphens between them are accepted"
                    .formatted(abbreviated(slug)));
        }
        return slug;
    }

    public LocalDate required(String field, LocalDate value) {
        if (value == null) {
            add(field, "is missing; a date such as 2026-12-31 is accepted");
        }
        return optional(field, value);
    }

    public LocalDate optional(String field, LocalDate value) {
        if (value != null && !isAccepted(value)) {
            add(field, "is %s; a date from %s to %s is accepted".formatted(value, EARLIEST, LATEST));
        }
        return value;
    }

    /** The day of something that has happened; it may be a day ahead of UTC, as it is tomorrow already somewhere. */
    public void begun(String field, LocalDate day, Instant now) {
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        if (day != null && isAccepted(day) && day.isAfter(latest)) {
            add(field, "is %s, which is still to come; a date until %s is accepted".formatted(day, latest));
        }
    }

    /** Whether it is of the years that the database, and every client, can write. */
    public static boolean isAccepted(LocalDate date) {
        return !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
    }

    /** An IANA time zone; UTC where missing. */
    public String zone(String field, String value) {
        if (value == null || value.isBlank()) {
            return "UTC";
        }
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            add(field, "is '%s'; a time zone such as UTC or Europe/Kyiv is accepted".formatted(abbreviated(value)));
            return "UTC";
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String abbreviated(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
