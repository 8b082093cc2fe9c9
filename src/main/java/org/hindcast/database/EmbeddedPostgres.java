package org.hindcast.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A real PostgreSQL beside the service, for everybody who has none of their own. It keeps what it has acknowledged,
 * whatever is killed: it never runs without {@code fsync}. Its files lie in {@code home/postgres}; it listens on this
 * machine only, and ends with the service.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** A role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    private final HomeLock lock;
    private final Secrets secrets;
    private final Door door;
    private final Postmaster postmaster;

    private EmbeddedPostgres(HomeLock lock, Secrets secrets, Door door, Postmaster postmaster) {
        this.lock = lock;
        this.secrets = secrets;
        this.door = door;
        this.postmaster = postmaster;
    }

    /**
     * Starts the database kept under {@code home/postgres}, makes it if there is none, recovers it if it was killed.
     * Returns when it answers.
     *
     * @throws DatabaseUnavailable in one sentence, what is in the way
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, RunAs.ways());
    }

    static EmbeddedPostgres start(Path home, List<RunAs.Way> ways) {
        try {
            Path folder = folderIn(home);
            HomeLock lock = HomeLock.on(folder);
            try {
                return start(folder, lock, ways);
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable("The database cannot be kept in the folder " + home.toAbsolutePath() + ": "
                    + reason(e) + ".", e);
        }
    }

    private static EmbeddedPostgres start(Path folder, HomeLock lock, List<RunAs.Way> ways) throws IOException {
        Leftovers.removeFrom(folder);
        Binaries binaries = Binaries.unpackInto(folder);
        RunAs runAs = RunAs.firstThatWorks(ways, binaries);
        Cluster cluster = new Cluster(folder.resolve("data"), runAs, binaries);
        new Predecessor(cluster).end();
        binaries.replaceOthers();
        Secrets secrets = Secrets.keptIn(folder);
        cluster.makeReady(secrets);
        Door door = new Door(secrets.superuser());
        Postmaster postmaster = new Postmaster(cluster, door, ServerLog.emptyIn(folder));
        postmaster.start();
        try {
            new Roles(door, secrets.owner(), secrets.service()).grant();
        } catch (SQLException e) {
            postmaster.stop();
            throw new DatabaseUnavailable("The roles of the database in " + folder + " could not be set up: "
                    + e.getMessage() + ".", e);
        }
        return new EmbeddedPostgres(lock, secrets, door, postmaster);
    }

    /** Valid until {@link #close()}, also after PostgreSQL had to be started again. */
    public String jdbcUrl() {
        return door.url();
    }

    /** The role that owns the schema: for migrations only. */
    public Login owner() {
        return secrets.owner();
    }

    /** The role the service runs as. It may do what the owner granted it. */
    public Login service() {
        return secrets.service();
    }

    /** Of the server process at present. */
    long pid() {
        return postmaster.pid();
    }

    /** Stops the database and returns when it has stopped. Open transactions are rolled back. */
    @Override
    public void close() {
        postmaster.stop();
        try {
            lock.close();
        } catch (IOException e) {
            throw new DatabaseUnavailable("The lock of the database's folder could not be given back: " + reason(e) + ".", e);
        }
    }

    private static Path folderIn(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("postgres")).toRealPath();
        // Everybody may pass, for PostgreSQL may have to be another user; what is in it has permissions of its own
        new Tree(folder).permit("rwx--x--x");
        return folder;
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException failure) {
            return (e instanceof AccessDeniedException ? "permission denied"
                    : failure.getReason() != null ? failure.getReason() : "not a folder") + " at " + failure.getFile();
        }
        return e.getMessage();
    }
}
