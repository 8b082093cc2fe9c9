package org.hindcast.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.hindcast.database.EmbeddedPostgres;

/** The PostgreSQL of the product, started as the product starts it, with the logins at hand. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server(Path home) {
        postgres = EmbeddedPostgres.start(home);
    }

    String url() {
        return postgres.jdbcUrl();
    }

    int port() {
        return URI.create(url().substring("jdbc:".length())).getPort();
    }

    EmbeddedPostgres.Login service() {
        return postgres.service();
    }

    EmbeddedPostgres.Login owner() {
        return postgres.owner();
    }

    Connection connect(EmbeddedPostgres.Login login) throws SQLException {
        return DriverManager.getConnection(url(), login.user(), login.password());
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = connect(owner());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
