package org.hindcast.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;

/**
 * The one thread that starts the server, starts it again when it dies, and stops it. The thread lives as long as the
 * service: on Linux the system ends PostgreSQL when the thread that started it is gone, whatever the reason.
 */
final class Postmaster {

    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final Duration LINGERING = Duration.ofSeconds(15);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long LOG_CHECK_MS = 60_000;

    private final Cluster cluster;
    private final Door door;
    private final ServerLog log;
    private final Thread keeper = new Thread(this::keep, "postgres");
    private final Thread farewell = new Thread(() -> this.ending = true, "postgres-farewell");
    private final CompletableFuture<Void> serving = new CompletableFuture<>();
    private final CompletableFuture<Void> stop = new CompletableFuture<>();
    private volatile boolean ending;
    private volatile ServerProcess server;

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

    /** Returns when the server has stopped, for one that is not waited for would be left behind. */
    void stop() {
        stop.complete(null);
        boolean interrupted = false;
        while (keeper.isAlive()) {
            try {
                keeper.join();
            } catch (InterruptedException e) {
                interrupted = true;
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
        return server.pid();
    }

    private void keep() {
        try {
            launch();
            serving.complete(null);
            while (!stop.isDone()) {
                long since = System.nanoTime();
                awaitEndOrStop();
                if (stop.isDone() || ending) {
                    break;
                }
                LOG.warnf("PostgreSQL ended by itself (exit code %d); starting it again", server.exitCode());
                relaunch(System.nanoTime() - since > STEADY.toNanos() ? 0 : FIRST_PAUSE_MS);
            }
        } catch (Throwable e) {
            if (!serving.completeExceptionally(e)) {
                LOG.error("PostgreSQL is not looked after any more, and stops", e);
            }
        } finally {
            if (server != null && (stop.isDone() || !ending)) {
                server.stop();
            }
        }
    }

    /** As long as it takes: a full disk may be emptied, and then nobody should have to start the service again. */
    private void relaunch(long firstPause) throws InterruptedException {
        for (long pause = firstPause; !happens(stop, pause) && !ending; pause = Math.min(2 * pause + FIRST_PAUSE_MS,
                LONGEST_PAUSE_MS)) {
            try {
                launch();
                return;
            } catch (DatabaseUnavailable | IOException e) {
                server.stop(); // it may live, and refuse us
                LOG.warnf("PostgreSQL is down, and the next try follows: %s", e.getMessage());
            }
        }
    }

    /** Returns when a server answers, or is to be stopped. */
    private void launch() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LINGERING.toNanos();
        do {
            new Predecessor(cluster).release();
            server = ServerProcess.start(cluster, door, log);
            if (server.answers(door, stop)) {
                return;
            }
            if (server.lacksItsPort() && !serving.isDone()) {
                door.move(); // nobody knows the address yet
            } else if (!server.foundAnother() || System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "PostgreSQL did not start on " + cluster.data() + ": " + server.lastWords() + ".");
            }
        } while (!happens(stop, FIRST_PAUSE_MS));
    }

    private void awaitEndOrStop() throws InterruptedException {
        CompletableFuture<Object> either = CompletableFuture.anyOf(stop, server.onExit());
        while (!happens(either, LOG_CHECK_MS)) {
            log.bound();
        }
    }

    private static boolean happens(CompletableFuture<?> event, long withinMillis) throws InterruptedException {
        try {
            event.get(withinMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
