package org.hindcast.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.hindcast.database.EmbeddedPostgres.Login;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the server listens, on this machine only, and what it must never be told otherwise. */
final class Door {

    private static final String HOST = "127.0.0.1";

    /** On the command line, where no file in the data folder can undo it. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + HOST, "unix_socket_directories=", "max_connections=60",
            "fsync=on", "full_page_writes=on", "synchronous_commit=on",
            "timezone=UTC", "log_timezone=UTC", "log_destination=stderr", "logging_collector=off",
            // The details of an error quote the row that was refused: what is in the database is not for its log
            "log_error_verbosity=terse", "log_parameter_max_length_on_error=0");

    private final Login superuser;
    private volatile int port;

    Door(Login superuser) throws IOException {
        this.superuser = superuser;
        move();
    }

    /**
     * Chooses a free port, below those that systems use for outgoing connections: one of these may hold the port just
     * when PostgreSQL wants it again, and a client that waits for it can even connect to itself.
     */
    void move() throws IOException {
        for (int attempt = 0;; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(candidate, 1, InetAddress.getByName(HOST))) {
                port = free.getLocalPort();
                return;
            } catch (IOException e) {
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    String url() {
        return "jdbc:postgresql://" + HOST + ":" + port + "/hindcast";
    }

    Connection superuser(String database) throws SQLException {
        // Not by DriverManager: which drivers it sees depends on the class loader of the caller
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] { HOST });
        source.setPortNumbers(new int[] { port });
        source.setDatabaseName(database);
        source.setUser(superuser.user());
        source.setPassword(superuser.password());
        source.setSslMode("disable");
        source.setLoginTimeout(5); // whatever else listens there need not answer
        return source.getConnection();
    }

    String[] serverOptions(Path data) {
        Stream<String> settings = Stream.concat(SETTINGS.stream(), Stream.of("port=" + port));
        return Stream.concat(Stream.of("-D", data.toString()), settings.flatMap(setting -> Stream.of("-c", setting)))
                .toArray(String[]::new);
    }
}
