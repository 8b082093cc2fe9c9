package org.hindcast.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements that are long enough for a file of their own, beside the class that runs them. */
public final class Sql {

    private Sql() {
    }

    /** @param file in the package of the caller */
    public static String read(Class<?> caller, String file) {
        try (InputStream in = caller.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
