package org.hindcast.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/** One run of the server, from its start to its end. */
final class ServerProcess {

    private static final Logger LOG = Logger.getLogger(ServerProcess.class);
    private static final String WRONG_PASSWORD = "28P01";

    private final Cluster cluster;
    private final Process process;
    private final ServerLog log;
    private final long logStart;

    private ServerProcess(Cluster cluster, Process process, ServerLog log, long logStart) {
        this.cluster = cluster;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /** Must be called by a thread that lives on: with it, on Linux, the server ends. */
    static ServerProcess start(Cluster cluster, Door door, ServerLog log) throws IOException {
        long logStart = log.size();
        Process process = Command.in(cluster.binaries().folder(), cluster.runAs()
                .command(cluster.binaries().program("postgres"), door.serverOptions(cluster.data())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile())).start();
        process.getOutputStream().close();
        return new ServerProcess(cluster, process, log, logStart);
    }

    /**
     * Waits however long it takes to recover from a crash: as long as the process lives there is hope.
     *
     * @return false if it has ended instead; true also if it is to be stopped
     */
    boolean answers(Door door, Future<?> stop) throws InterruptedException {
        while (!stop.isDone()) {
            try {
                door.superuser("postgres").close();
                return true;
            } catch (SQLException e) {
                if (WRONG_PASSWORD.equals(e.getSQLState())) {
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

    boolean lacksItsPort() throws IOException {
        return log.since(logStart).contains("could not create any TCP/IP sockets");
    }

    /** For a moment after a kill, the process or its children are there still. */
    boolean foundAnother() throws IOException {
        String said = log.since(logStart);
        return said.contains("shared memory block") || said.contains("\"postmaster.pid\" already exists");
    }

    String lastWords() throws IOException {
        return ServerLog.decisiveLine(log.since(logStart)).orElse("it said nothing") + " (exit code " + exitCode() + ")";
    }

    long pid() {
        return process.pid();
    }

    int exitCode() {
        return process.exitValue();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Fast: transactions are rolled back, everything else is written. */
    void stop() {
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

    /** By pg_ctl, because Java knows only TERM (which waits for every client) and KILL. */
    private void signal(String name) throws IOException {
        if (process.isAlive()) {
            Command.run(cluster.binaries().folder(), cluster.runAs().command(cluster.binaries().program("pg_ctl"), "kill",
                    name, String.valueOf(process.pid())), "");
        }
    }
}
