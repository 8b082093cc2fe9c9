package org.hindcast.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows that came of a ledger, once more by bare COPY: into tables of the same form with the same keys and indexes. */
final class Copies {

    private static final String[] TABLES = { "author", "piece", "question", "question_version", "forecast", "forecast_version",
            "resolution", "event", "standing", "level_cell", "level_total" };

    private Copies() {
    }

    /** In one transaction that is committed. */
    static double seconds(Server server) throws SQLException, IOException {
        try (Connection owner = server.connect(server.owner()); Statement sql = owner.createStatement()) {
            CopyManager copies = owner.unwrap(PGConnection.class).getCopyAPI();
            sql.execute("create schema again");
            Map<String, byte[]> rows = new LinkedHashMap<>();
            for (String table : TABLES) {
                sql.execute("create table again." + table + " (like public." + table + " including all)");
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copies.copyOut("copy public." + table + " to stdout", out);
                rows.put(table, out.toByteArray());
            }
            owner.setAutoCommit(false);
            long begin = System.nanoTime();
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                copies.copyIn("copy again." + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
            owner.commit();
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
