package org.hindcast.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.hindcast.Database;

import io.agroal.api.AgroalDataSource;

/**
 * Two empty records beside the one that all tests share, each a schema of the same database, of which the service sees one at a
 * time.
 */
final class TwoRecords implements AutoCloseable {

    static final String FIRST = "first_record";
    static final String SECOND = "second_record";

    /** Tables whose rows must come back as they were, and the columns that need not. */
    private static final List<String> TABLES = List.of("author",
            "piece - case when t.republished then '' else 'text' end", "question - cast('ask_at' as text)",
            "question_version",
            "forecast", "forecast_version", "resolution", "standing", "level_cell", "level_total");
    private static final Map<String, String> WHICH = Map.of("forecast", "t.status <> 'DRAFT'", "level_cell", "t.n > 0",
            "level_total", "t.n > 0");
    private static final String EVENTS = "event - cast('id' as text)";
    private static final String HISTORY = "t.kind ~ '^(piece|forecast|question|verdict)' and t.kind not in ('piece.restored', 'piece.received')";

    private final AgroalDataSource pool;

    TwoRecords(Flyway migrations, AgroalDataSource pool) throws SQLException {
        this.pool = pool;
        String service = Database.asService("select current_user").get(0);
        for (String schema : List.of(FIRST, SECOND)) {
            Database.asOwner("drop schema if exists %1$s cascade; create schema %1$s; grant usage on schema %1$s to \"%2$s\""
                    .formatted(schema, service));
            Flyway.configure().configuration(migrations.getConfiguration()).schemas(schema).defaultSchema(schema).load()
                    .migrate();
            Database.asOwner("insert into %s.account select * from public.account".formatted(schema));
        }
    }

    /** From now on the service works on this one. */
    void use(String schema) throws SQLException {
        Database.asService("alter role current_user set search_path = " + schema + ", public");
        renewConnections();
    }

    /** The pool closes what it holds some time after it was told to. */
    private void renewConnections() throws SQLException {
        String now = Database.asOwner("select clock_timestamp()").get(0);
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        String old = "select count(*) from pg_stat_activity where usename = current_user and backend_start < '" + now + "'";
        for (int i = 0; !Database.asService(old).equals(List.of("0")); i++) {
            if (i == 2000) {
                throw new AssertionError("The pool keeps old connections");
            }
        }
    }

    /** Compares all that an export promises to carry, row by row. */
    void assertEqual() throws SQLException {
        for (String table : TABLES) {
            assertEquals(List.of(), different(table, WHICH.getOrDefault(table, "true")), table);
        }
        assertEquals(List.of(), different(EVENTS, HISTORY), EVENTS);
    }

    private static List<String> different(String table, String which) throws SQLException {
        String name = table.replaceFirst(" .*", "");
        String rows = "select jsonb_strip_nulls(to_jsonb(t)%s) from %s." + name + " t where " + which;
        String without = table.substring(name.length());
        String first = rows.formatted(without, FIRST);
        String second = rows.formatted(without, SECOND);
        return Database
                .asOwner("(select 'only in the first: ' || cast(a as text) from (%1$s except all %2$s) as x(a)) union all "
                        .formatted(first, second)
                        + "(select 'only in the second: ' || cast(b as text) from (%2$s except all %1$s) as y(b))"
                                .formatted(first, second));
    }

    @Override
    public void close() throws SQLException {
        Database.asService("alter role current_user reset search_path");
        renewConnections();
        Database.asOwner("drop schema %s cascade; drop schema %s cascade".formatted(FIRST, SECOND));
    }
}
