package org.hindcast;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

/** The service's database, past the service: as the service's role, or as the owner of the schema. */
public final class Database {

    /** All that a request could leave behind. */
    private static final String ROWS = """
            select concat_ws(' ', (select count(*) from event), (select count(*) from account), (select count(*) from author),
                (select count(*) from piece), (select count(*) from question), (select count(*) from question_version),
                (select count(*) from forecast), (select count(*) from forecast_version), (select count(*) from verdict),
                (select count(*) from resolution), (select count(*) from standing), (select count(*) from reminder),
                (select sum(n) from level_cell), (select sum(hits) from level_cell), (select count(*) from ledger_file))""";

    /** One for each role, until the JVM ends: statements commit by themselves. */
    private static final Map<String, Connection> CONNECTIONS = new HashMap<>();

    private Database() {
    }

    /** The first column of what the statement returns, if it returns anything. */
    public static synchronized List<String> asService(String sql) throws SQLException {
        return run("quarkus.datasource", sql);
    }

    public static synchronized List<String> asOwner(String sql) throws SQLException {
        return run("quarkus.flyway", sql);
    }

    /** Changes with every row that is added or taken away. */
    public static String rows() throws SQLException {
        return asService(ROWS).get(0);
    }

    private static List<String> run(String login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(setting("quarkus.datasource.jdbc.url"),
                setting(login + ".username"), setting(login + ".password"));
                Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                for (ResultSet rows = statement.getResultSet(); rows.next();) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    private static synchronized Connection connection(String login) throws SQLException {
        Connection connection = CONNECTIONS.get(login);
        if (connection == null) {
            connection = DriverManager.getConnection(setting("quarkus.datasource.jdbc.url"), setting(login + ".username"),
                    setting(login + ".password"));
            CONNECTIONS.put(login, connection);
        }
        return connection;
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
