package org.hindcast.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program that was run to its end. */
record Command(int exit, String output) {

    /** @throws IOException the program could not be started at all */
    static Command run(Path folder, List<String> words, String input) throws IOException {
        Process process = in(folder, words).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it ended without reading: its exit code and output say why
        }
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + words, e);
        }
    }

    /** Our own surroundings do not reach PostgreSQL: PGDATA, PGPORT or a broken locale would change what it does. */
    static ProcessBuilder in(Path folder, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** The line that says what went wrong. */
    String decisiveLine() {
        return ServerLog.decisiveLine(output).orElse("exit code " + exit);
    }
}
