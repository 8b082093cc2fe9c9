package org.hindcast.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;

/** Where a page ends: the sort key of its last row, and the id that decides between equal keys. Opaque to clients. */
public record Cursor(String key, UUID id) {

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @return the cursor, or null where there is none
     * @throws InvalidInput if it is not one that a list of ours gave
     */
    public static Cursor parse(String value) {
        if (value == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            return new Cursor(text.substring(36), UUID.fromString(text.substring(0, 36)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused();
        }
    }

    /** The key as what the list sorts by. */
    public <T> T keyAs(Function<String, T> parse) {
        if (key.startsWith("+") || key.startsWith("-")) {
            throw refused(); // a year of more than four digits, which the database may not hold
        }
        try {
            return parse.apply(key);
        } catch (RuntimeException e) {
            throw refused();
        }
    }

    private static InvalidInput refused() {
        return new InvalidInput("cursor", "the 'next' of an answer to the same list is accepted");
    }
}
