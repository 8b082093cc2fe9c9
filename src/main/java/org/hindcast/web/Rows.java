package org.hindcast.web;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows for one statement that takes them as arrays, a column each: {@code … from unnest(?, ?) as r (id, at)}. */
public final class Rows {

    private final String[] types;
    private final List<List<String>> columns = new ArrayList<>();

    /** @param types of the columns, as PostgreSQL calls them */
    public Rows(String... types) {
        this.types = types;
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** Each value as its {@code toString()} is read by PostgreSQL; null stays null. */
    public void add(Object... row) {
        for (int i = 0; i < types.length; i++) {
            columns.get(i).add(row[i] == null ? null : row[i].toString());
        }
    }

    /** @return how many rows the statement wrote; without rows it is not sent */
    public int execute(Connection connection, String sql) throws SQLException {
        if (columns.get(0).isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < types.length; i++) {
                Array column = connection.createArrayOf(types[i], columns.get(i).toArray());
                statement.setArray(i + 1, column);
            }
            return statement.executeUpdate();
        }
    }
}
