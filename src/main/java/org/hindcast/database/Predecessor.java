package org.hindcast.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What {@code postmaster.pid} says of the PostgreSQL before this one. It may be running still, because its service was
 * killed on a system without death signals; or its process id may belong to somebody else by now. We hold the folder's
 * lock, so no living service needs it.
 */
record Predecessor(Cluster cluster) {

    void end() throws IOException {
        Optional<ProcessHandle> running = running();
        if (running.isEmpty() || stop("fast", 60) || stop("immediate", 10)) {
            return;
        }
        // It may belong to another user, if the way of running has changed. Its children see that it is gone, and end.
        running.get().destroyForcibly();
        for (long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10); running().isPresent();) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable("A PostgreSQL of an earlier Hindcast still runs on " + cluster.data()
                        + " as process " + running.get().pid() + " and cannot be stopped: stop it first.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /**
     * PostgreSQL takes any living process of that id for another server and does not start. It makes an exception for its
     * parent, so the id becomes ours: the rest of the file stays, for it names the shared memory by which PostgreSQL
     * finds out whether children of the dead server still write.
     */
    void release() throws IOException {
        Path file = file();
        String text = content();
        Optional<Long> pid = pid(text);
        if (pid.isEmpty()) {
            Files.deleteIfExists(file); // empty or garbled by a crash: PostgreSQL would wait for a person
        } else if (ProcessHandle.of(pid.get()).isPresent() && running().isEmpty()) {
            String rest = text.contains("\n") ? text.substring(text.indexOf('\n')) : "\n";
            Files.writeString(file, ProcessHandle.current().pid() + rest, StandardCharsets.ISO_8859_1);
        }
    }

    private Optional<ProcessHandle> running() throws IOException {
        return pid(content()).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    /**
     * By its executable, which lies in our folder; or, where another user's may not be seen, by its arguments. A process
     * that has ended and waits for its parent to notice has neither.
     */
    private boolean isOurs(ProcessHandle process) {
        String home = cluster.data().getParent().toString();
        return process.info().command().filter(command -> command.startsWith(home)).isPresent()
                || process.info().arguments().filter(words -> Arrays.asList(words).contains(cluster.data().toString()))
                        .isPresent();
    }

    private boolean stop(String mode, int seconds) throws IOException {
        return Command.run(cluster.binaries().folder(), cluster.runAs().command(cluster.binaries().program("pg_ctl"),
                "stop", "-D", cluster.data().toString(), "-m", mode, "-w", "-t", String.valueOf(seconds)), "").succeeded();
    }

    private String content() throws IOException {
        try {
            return Files.readString(file(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private Path file() {
        return cluster.data().resolve("postmaster.pid");
    }

    private static Optional<Long> pid(String content) {
        return content.lines().findFirst().map(String::strip).filter(line -> line.matches("[1-9]\\d{0,9}")).map(Long::valueOf);
    }
}
