package org.hindcast.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.hindcast.database.EmbeddedPostgres.Login;

/** One statement on a connection of its own. */
final class Sql {

    private Sql() {
    }

    /** The first column of what the statement returns, if it returns anything. */
    static List<String> run(String url, Login login, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, login.user(), login.password());
                Statement sql = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (sql.execute(statement)) {
                for (ResultSet rows = sql.getResultSet(); rows.next();) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    static List<String> asOwner(EmbeddedPostgres database, String statement) throws SQLException {
        return run(database.jdbcUrl(), database.owner(), statement);
    }

    static List<String> asService(EmbeddedPostgres database, String statement) throws SQLException {
        return run(database.jdbcUrl(), database.service(), statement);
    }

    static boolean answers(EmbeddedPostgres database) {
        try {
            return asService(database, "SELECT 1").equals(List.of("1"));
        } catch (SQLException e) {
            return false;
        }
    }

    static void await(String what, BooleanSupplier condition) {
        for (long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos(); !condition.getAsBoolean();) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
