package org.hindcast;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.hindcast.database.DatabaseUnavailable;
import org.hindcast.database.EmbeddedPostgres;
import org.hindcast.database.ExternalDatabase;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts the embedded database where no other is configured, then the service. With {@code reset-password <username>} gives
 * that account a new password instead.
 */
@QuarkusMain
public class Hindcast {

    static final String DATASOURCE = "quarkus.datasource.jdbc.url";

    public static void main(String... args) {
        if (args.length > 0 && args[0].equals(PasswordCommand.NAME)) {
            System.exit(PasswordCommand.run(args));
        }
        try {
            refuseTakenPort(setting("quarkus.http.port", "8080"));
            String external = setting(DATASOURCE, "");
            if (external.isEmpty()) {
                startDatabase(Path.of(setting("hindcast.home", "./data")));
            } else {
                ExternalDatabase.check(external, setting("quarkus.datasource.username", ""),
                        setting("quarkus.datasource.password", ""));
            }
        } catch (DatabaseUnavailable e) {
            System.err.println("Hindcast cannot start: " + e.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    /** Quarkus reads the database's address before any bean of ours exists: it is handed over in system properties. */
    private static void startDatabase(Path home) {
        EmbeddedPostgres database = EmbeddedPostgres.start(home);
        System.setProperty(DATASOURCE, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.service().user());
        System.setProperty("quarkus.datasource.password", database.service().password());
        System.setProperty("quarkus.flyway.username", database.owner().user());
        System.setProperty("quarkus.flyway.password", database.owner().password());
    }

    private static void refuseTakenPort(String port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(Integer.parseInt(port)));
        } catch (IOException e) {
            throw new DatabaseUnavailable("Port " + port + " is taken: set QUARKUS_HTTP_PORT to another one.");
        } catch (IllegalArgumentException e) {
            throw new DatabaseUnavailable("QUARKUS_HTTP_PORT is '" + port + "': a number from 0 to 65535 is accepted.");
        }
    }

    static String setting(String name, String otherwise) {
        String environment = System.getenv(name.toUpperCase().replaceAll("[^A-Z0-9]", "_"));
        return System.getProperty(name, environment == null ? otherwise : environment);
    }
}
