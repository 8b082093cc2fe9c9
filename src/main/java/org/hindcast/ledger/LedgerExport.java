package org.hindcast.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.web.Sql;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.agroal.api.AgroalDataSource;

/**
 * The whole record as files of the ledger, one a piece, as it is at one moment. Two cursors go through it side by side, both by
 * the slug of the piece, so that no more than a few rows are ever held; the same record gives the same bytes.
 */
@ApplicationScoped
class LedgerExport {

    private static final int ROWS_AT_ONCE = 50;
    /** Whoever stops reading must not hold the snapshot, which keeps the database from cleaning up. */
    private static final String SETTINGS = "set local idle_in_transaction_session_timeout = '60s'";
    private static final String PIECES = sql("pieces-out.sql");
    private static final String FORECASTS = sql("forecasts-out.sql");
    private static final String HEAD = "# yaml-language-server: $schema=schema.json\n"
            + "# An export: what stands under 'record' is for loading it again, and is explained in forecasts/README.md\n";

    @Inject
    AgroalDataSource database;

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Writes a zip and leaves the stream open. */
    void write(OutputStream out) throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement settings = connection.createStatement()) {
                settings.execute(SETTINGS);
            }
            try (PreparedStatement ofPieces = query(connection, PIECES);
                    PreparedStatement ofForecasts = query(connection, FORECASTS);
                    ResultSet pieces = ofPieces.executeQuery();
                    ResultSet forecasts = ofForecasts.executeQuery()) {
                boolean more = forecasts.next();
                while (pieces.next()) {
                    more = file(zip, pieces, forecasts, more);
                }
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
            }
        }
        zip.finish();
    }

    /** @return whether the second cursor stands on a forecast of a later piece */
    private boolean file(ZipOutputStream zip, ResultSet piece, ResultSet forecasts, boolean more)
            throws IOException, SQLException {
        ZipEntry file = new ZipEntry("forecasts/" + piece.getString("slug") + ".yaml");
        file.setTimeLocal(piece.getObject("published_on", java.time.LocalDate.class).atStartOfDay());
        zip.putNextEntry(file);
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        YamlWriter yaml = new YamlWriter(text);
        text.write(HEAD);
        yaml.fields(json.createObjectNode().set("piece", json.readTree(piece.getString("content"))));
        String id = piece.getString("id");
        boolean one = more && forecasts.getString("piece_id").equals(id);
        text.write(one ? "forecasts:\n" : "forecasts: []\n");
        boolean next = more;
        while (next && forecasts.getString("piece_id").equals(id)) {
            yaml.item(withDays(json.readTree(forecasts.getString("content"))));
            next = forecasts.next();
        }
        text.flush();
        zip.closeEntry();
        return next;
    }

    /** The day of a resolution is one of the question's time zone, which Java knows by more names than PostgreSQL. */
    private static JsonNode withDays(JsonNode forecast) {
        if (forecast.get("resolution") instanceof ObjectNode resolution) {
            ZoneId zone = ZoneId.of(forecast.at("/criteria/zone").asText("UTC"));
            resolution.put("on", Instant.parse(resolution.get("on").textValue()).atZone(zone).toLocalDate().toString());
        }
        return forecast;
    }

    private static PreparedStatement query(Connection connection, String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setFetchSize(ROWS_AT_ONCE);
        return query;
    }

    /** What the statements have in common stands in files of its own, with {@code @} for the row. */
    private static String sql(String file) {
        String sql = Sql.read(LedgerExport.class, file);
        for (String part : new String[] { "question", "claim", "criteria", "events" }) {
            sql = Pattern.compile("\\$" + part + "\\((\\w+)\\)").matcher(sql).replaceAll(
                    use -> Sql.read(LedgerExport.class, part + "-out.sql").strip().replace("@", use.group(1))
                            .replace("$", "\\$"));
        }
        return sql.replaceAll("\\$instant\\(([\\w.]+)\\)",
                "to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
    }
}
