package org.hindcast.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

/**
 * The server process, and the one thread that starts it, starts it again when it dies, and stops it. The thread lives as
 * long as the service: on Linux the system ends PostgreSQL when the thread that started it is gone, whatever the reason.
 */
final class Postmaster {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration LINGERING = Duration.ofSeconds(15);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Cluster cluster;
    private final Door door;
    private final ServerLog log;
    private final Thread keeper = new Thread(this::keep, "postgres");
    private final Thread farewell = new Thread(() -> this.ending = true, "postgres-farewell");
    private final CompletableFuture<Void> serving = new CompletableFuture<>();
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private volatile boolean ending;
    private volatile Process process;

    Postmaster(Cluster cluster, Door door, ServerLog log) {
        this.cluster = cluster;
        this.door = door;
        this.log = log;
    }

    /** Returns when the server answers. */
    void start() {
        // When the JVM ends, PostgreSQL must outlive the service's last transaction: the hook only forbids a restart
        Runtime.getRuntime().addShutdownHook(farewell);
        keeper.setDaemon(true);
        keeper.start();
        try {
            serving.join();
        } catch (CompletionException e) {
            stop();
            throw e.getCause() instanceof DatabaseUnavailable unavailable ? unavailable
                    : new DatabaseUnavailable("PostgreSQL could not be started on " + cluster.data() + ": "
                            + e.getCause().getMessage() + ".", e.getCause());
        }
    }

    void stop() {
        stop.complete(null);
        boolean interrupted = false;
        while (keeper.isAlive()) {
            try {
                keeper.join();
            } catch (InterruptedException e) {
                interrupted = true; // a stop that is not waited for would leave a server behind
            }
        }
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // the JVM is ending: the hook has run
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    long pid() {
        return process.pid();
    }

    private void keep() {
        try {
            launch();
            serving.complete(null);
            while (!stop.isDone()) {
                long since = System.nanoTime();
                int exit = awaitEnd();
                if (stop.isDone() || ending) {
                    break;
                }
                LOG.warnf("PostgreSQL ended by itself (exit code %d); starting it again", exit);
                relaunch(System.nanoTime() - since > STEADY.toNanos() ? 0 : FIRST_PAUSE_MS);
            }
        } catch (Throwable e) {
            if (!serving.completeExceptionally(e)) {
                LOG.error("PostgreSQL is not looked after any more, and stops", e);
            }
        } finally {
            end();
        }
    }

    private void relaunch(long firstPause) throws InterruptedException {
        for (long pause = firstPause; !stop.isDone(); pause = Math.min(2 * pause + FIRST_PAUSE_MS, LONGEST_PAUSE_MS)) {
            if (awaitStop(pause) || ending) {
                return;
            }
            try {
                launch();
                return;
            } catch (DatabaseUnavailable | IOException e) {
                LOG.warnf("PostgreSQL is down, and the next try follows: %s", e.getMessage());
            }
        }
    }

    /** Starts the process and returns when it answers, or when it is to be stopped. */
    private void launch() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LINGERING.toNanos();
        while (!stop.isDone()) {
            new Predecessor(cluster).release();
            long start = log.size();
            process = Command.in(cluster.binaries().folder(), cluster.runAs().command(cluster.binaries().program("postgres"),
                    door.serverOptions(cluster.data()))).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile())).start();
            process.getOutputStream().close();
            if (answers()) {
                return;
            }
            String said = log.since(start);
            boolean lingering = said.contains("shared memory block") || said.contains("\"postmaster.pid\" already exists");
            boolean portTaken = said.contains("TCP/IP sockets");
            if (portTaken && !serving.isDone()) {
                door.move();
            } else if (!lingering || System.nanoTime() > deadline) {
                throw new DatabaseUnavailable("PostgreSQL did not start on " + cluster.data() + ": "
                        + ServerLog.decisiveLine(said).orElse("exit code " + process.exitValue()) + ".");
            }
            awaitStop(FIRST_PAUSE_MS);
        }
    }

    /** However long it takes to recover from a crash: as long as the process lives there is hope. */
    private boolean answers() throws InterruptedException {
        while (!stop.isDone()) {
            try {
                door.superuser("postgres").close();
                return true;
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    throw new DatabaseUnavailable("The file " + cluster.data().resolveSibling("passwords")
                            + " does not hold the passwords of this database: delete it, and new ones are set at the next"
                            + " start.");
                }
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private int awaitEnd() throws InterruptedException {
        while (!awaitStopOr(process.onExit(), 60_000)) {
            log.bound();
        }
        return process.isAlive() ? -1 : process.exitValue();
    }

    private boolean awaitStop(long millis) throws InterruptedException {
        return awaitStopOr(new CompletableFuture<>(), millis);
    }

    private boolean awaitStopOr(CompletableFuture<?> other, long millis) throws InterruptedException {
        try {
            CompletableFuture.anyOf(stop, other).get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fast: transactions are rolled back, everything else is written. */
    private void end() {
        if (process == null || ending && !stop.isDone()) {
            return;
        }
        try {
            signal("INT");
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                signal("QUIT");
                process.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException e) {
            LOG.warnf("PostgreSQL is killed, because it cannot be asked to stop: %s", e.getMessage());
        } finally {
            process.destroyForcibly();
        }
    }

    private void signal(String name) throws IOException {
        if (process.isAlive()) {
            Command.run(cluster.binaries().folder(), cluster.runAs().command(cluster.binaries().program("pg_ctl"),
                    "kill", name, String.valueOf(process.pid())), "");
        }
    }
}
