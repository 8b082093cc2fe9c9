package org.hindcast;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import io.restassured.specification.RequestSpecification;

/** Looking changes nothing: asked for a hundred times by GET and HEAD, the database is as it was, to the letter. */
public final class Untouched {

    private static final String TABLES = """
            select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
            and table_name !~ '^(qrtz|flyway)' order by table_name""";

    private Untouched() {
    }

    public static void byLooking(String... paths) throws SQLException {
        byLooking(() -> given().redirects().follow(false), paths);
    }

    /** @param as who looks */
    public static void byLooking(Supplier<RequestSpecification> as, String... paths) throws SQLException {
        String before = everything();
        for (String path : paths) {
            for (int i = 0; i < 50; i++) {
                assertTrue(as.get().accept("*/*").get(path).statusCode() < 400, path);
                as.get().accept("*/*").head(path);
            }
        }
        assertEquals(before, everything());
    }

    private static String everything() throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : Database.asOwner(TABLES)) {
            List<String> sum = Database.asOwner("""
                    select count(*) || ' ' || coalesce(sum(hashtextextended(cast(t as text), 0)), 0) from "%s" t"""
                    .formatted(table));
            all.append(table).append(' ').append(sum.get(0)).append('\n');
        }
        return all.toString();
    }
}
