package org.hindcast.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import org.hindcast.database.EmbeddedPostgres.Login;
import org.postgresql.PGConnection;

/** Who may do what. Said again at every start, so that an interrupted first start is completed by the next one. */
record Roles(Door door, Login owner, Login service) {

    void grant() throws SQLException {
        try (Connection connection = door.superuser("postgres"); Statement statement = connection.createStatement()) {
            admit(connection, owner);
            admit(connection, service);
            if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", "hindcast")) {
                statement.execute("CREATE DATABASE hindcast OWNER " + owner.user());
            }
            statement.execute("ALTER DATABASE hindcast OWNER TO " + owner.user());
            statement.execute("REVOKE ALL ON DATABASE hindcast, postgres, template1 FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE hindcast TO " + service.user());
        }
        try (Connection connection = door.superuser("hindcast"); Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + owner.user());
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            // They run C code, so they belong to the superuser; everything else is the migrations' business
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            statement.execute("CREATE EXTENSION IF NOT EXISTS unaccent");
        }
    }

    private static void admit(Connection connection, Login login) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", login.user())) {
                statement.execute("CREATE ROLE " + login.user());
            }
            statement.execute("ALTER ROLE " + login.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION");
        }
        // Encrypted here, so that no log can catch it
        connection.unwrap(PGConnection.class).alterUserPassword(login.user(), login.password().toCharArray(),
                "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
