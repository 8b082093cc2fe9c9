package org.hindcast;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.hindcast.account.LostPassword;
import org.hindcast.database.DatabaseUnavailable;
import org.hindcast.database.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** {@code reset-password <username>}: on the database that the same settings would start the service with. */
final class PasswordCommand {

    static final String NAME = "reset-password";

    private PasswordCommand() {
    }

    /** @return what the process ends with: 0 where there is a new password */
    static int run(String... arguments) {
        if (arguments.length != 2) {
            System.err.println("Usage: " + NAME + " <username>");
            return 2;
        }
        String url = Hindcast.setting(Hindcast.DATASOURCE, "");
        try {
            if (!url.isEmpty()) {
                return reset(url, Hindcast.setting("quarkus.datasource.username", null),
                        Hindcast.setting("quarkus.datasource.password", null), arguments[1]);
            }
            try (EmbeddedPostgres database = EmbeddedPostgres.start(Path.of(Hindcast.setting("hindcast.home", "./data")))) {
                return reset(database.jdbcUrl(), database.service().user(), database.service().password(), arguments[1]);
            }
        } catch (DatabaseUnavailable | SQLException e) {
            System.err.println("The password cannot be reset: " + e.getMessage());
            return 1;
        }
    }

    private static int reset(String url, String user, String password, String username) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        try (Connection connection = source.getConnection()) {
            String made = LostPassword.reset(connection, username);
            if (made == null) {
                System.err.println("There is no account '" + username + "'.");
                return 1;
            }
            System.out.printf(
                    "The new password of '%s' is '%s'. It is shown this once; their sessions and tokens have ended.%n",
                    username, made);
            return 0;
        }
    }
}
