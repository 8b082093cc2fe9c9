package org.hindcast.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What PostgreSQL writes to its standard error. Bounded: emptied at each start of the service and when it is too big. */
record ServerLog(Path file) {

    private static final long MAX_BYTES = 8 << 20;
    private static final Pattern DECISIVE = Pattern.compile("\\b(PANIC|FATAL|ERROR|error):");
    /** Answers to those who ask whether it is there yet, and the last words of a killed server's children. */
    private static final Pattern NOISE = Pattern
            .compile("the database system is (starting|shutting)|not yet accepting|unexpected postmaster exit");

    static ServerLog emptyIn(Path home) throws IOException {
        ServerLog log = new ServerLog(home.resolve("postgres.log"));
        Files.write(log.file, new byte[0]);
        new Tree(log.file).permit("rw-------");
        return log;
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** PostgreSQL appends, so it goes on at the beginning. */
    void bound() {
        try {
            if (size() > MAX_BYTES) {
                Files.write(file, new byte[0]);
            }
        } catch (IOException e) {
            // a log that grows is no reason to stop: the next round tries again
        }
    }

    /** What was added since the log had this size. */
    String since(long start) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int from = (int) Math.min(start, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** The first complaint (what follows it are consequences), or else the last line. */
    static Optional<String> decisiveLine(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank() && !NOISE.matcher(line).find()).toList();
        return lines.stream().filter(line -> DECISIVE.matcher(line).find()).findFirst()
                .or(() -> lines.stream().filter(line -> line.contains("could not ")).findFirst())
                .or(() -> lines.stream().reduce((first, second) -> second))
                .map(line -> line.replaceFirst("^[-0-9]+ [:.0-9]+ \\S+ \\[\\d+] ", "").strip());
    }
}
