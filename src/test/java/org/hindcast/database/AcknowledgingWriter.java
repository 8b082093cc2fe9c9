package org.hindcast.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;

/** A service to be killed: says PostgreSQL's process id and settings, then each row after it was acknowledged. */
final class AcknowledgingWriter {

    private AcknowledgingWriter() {
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres database;
        try {
            List<String> words = List.of(arguments).subList(1, arguments.length);
            database = EmbeddedPostgres.start(Path.of(arguments[0]),
                    RunAs.ways().stream().filter(way -> way.words().containsAll(words)).toList());
        } catch (DatabaseUnavailable e) {
            System.out.println(e.getMessage());
            return;
        }
        System.out.println(database.pid());
        Sql.asOwner(database, "CREATE TABLE IF NOT EXISTS acknowledged (id bigserial PRIMARY KEY)");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.owner().user(),
                database.owner().password());
                PreparedStatement insert = connection
                        .prepareStatement("INSERT INTO acknowledged DEFAULT VALUES RETURNING id")) {
            while (true) {
                try (var row = insert.executeQuery()) {
                    row.next();
                    System.out.println(row.getLong(1));
                }
            }
        }
    }
}
