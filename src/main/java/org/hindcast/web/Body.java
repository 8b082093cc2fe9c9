package org.hindcast.web;

/** The body of a request. */
public final class Body {

    private Body() {
    }

    /** @throws Malformed where there is none: an empty body, or JSON {@code null} */
    public static <T> T of(T sent) {
        if (sent == null) {
            throw new Malformed("The body is missing; a JSON object is accepted.");
        }
        return sent;
    }
}
