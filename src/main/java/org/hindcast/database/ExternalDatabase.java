package org.hindcast.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs. */
public final class ExternalDatabase {

    private static final int OLDEST_MAJOR_VERSION = 15;

    private ExternalDatabase() {
    }

    /** @throws DatabaseUnavailable if it does not answer, or is too old */
    public static void check(String jdbcUrl, String user, String password) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_MAJOR_VERSION) {
                throw new DatabaseUnavailable("The database is PostgreSQL %d: %d or newer is needed.".formatted(version,
                        OLDEST_MAJOR_VERSION));
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database that QUARKUS_DATASOURCE_JDBC_URL names does not let '%s' in: %s".formatted(user,
                            e.getMessage().replaceAll("\\s+", " ")),
                    e);
        }
    }
}
