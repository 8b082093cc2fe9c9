package org.hindcast.score;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Published data and figures beside the project; where they are absent, the test that asks for them is skipped. */
final class SharedScoring {

    private static final Path FOLDER = Path.of("..", "shared", "scoring");

    private SharedScoring() {
    }

    static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV file, without its header. */
    static List<String[]> rows(String name) {
        try {
            return Files.readAllLines(file(name)).stream().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not on this machine");
        return file;
    }
}
