package org.hindcast.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A record of a chosen size, the same for the same seed, put into the database by COPY: {@code forecasts} of a few thousand
 * authors, three authors with 10, 1,000 and {@code forecasts} more, and open questions that are due, for verdicts. Every
 * forecast has a question of its own; four in five are resolved.
 */
final class GeneratedWorld {

    /** With their numbers of forecasts. */
    final Map<String, Integer> chosen = new LinkedHashMap<>();
    final List<String> authors = new ArrayList<>();
    final List<String> open = new ArrayList<>();
    private final Random random = new Random(20260101);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();
    private long made;

    GeneratedWorld(int forecasts, int openQuestions) {
        int others = Math.max(20, forecasts / 33);
        for (int i = 0; i < others; i++) {
            author("author-" + i, forecasts / others + (i < forecasts % others ? 1 : 0));
        }
        for (int size : new int[] { 10, 1_000, forecasts }) {
            chosen.put("author-with-" + size, size);
            author("author-with-" + size, size);
        }
        UUID author = newAuthor("author-of-open-questions");
        UUID piece = piece(author, "open-questions");
        for (int i = 0; i < openQuestions; i++) {
            open.add(forecast(author, piece, today.minusDays(2), false).toString());
        }
        authors.removeAll(chosen.keySet());
        authors.remove("author-of-open-questions");
    }

    private void author(String slug, int forecasts) {
        UUID author = newAuthor(slug);
        UUID piece = null;
        for (int i = 0; i < forecasts; i++) {
            if (i % 50 == 0) {
                piece = piece(author, slug + "-piece-" + i / 50);
            }
            boolean resolved = random.nextInt(5) > 0;
            forecast(author, piece, resolved ? today.minusDays(1 + random.nextInt(1500)) : today.plusDays(random.nextInt(700)),
                    resolved);
        }
    }

    private UUID newAuthor(String slug) {
        UUID id = id();
        authors.add(slug);
        row("author (id, slug, name, kind, created_at)", id, slug, slug.replace('-', ' '), "PERSON", "2020-01-01T00:00:00Z");
        return id;
    }

    private UUID piece(UUID author, String slug) {
        UUID id = id();
        row("piece (id, slug, author_id, title, published_on, created_at)", id, slug, author, "A generated piece", "2020-01-01",
                "2020-01-01T00:00:00Z");
        return id;
    }

    /** @return its question */
    private UUID forecast(UUID author, UUID piece, LocalDate due, boolean resolved) {
        UUID question = id();
        UUID forecast = id();
        String outcome = !resolved ? "\\N" : random.nextInt(20) == 0 ? "VOID" : random.nextBoolean() ? "YES" : "NO";
        String evidence = resolved && !outcome.equals("VOID") ? "[{\"url\": \"https://example.org/seen\", \"note\": null}]"
                : "[]";
        String resolvedAt = resolved ? due + "T12:00:00Z" : "\\N";
        String dueAt = due.plusDays(1) + "T00:00:00Z";
        String text = "Will number " + made + " come about by " + due + "?";
        row("question (id, version, question, yes_when, source_of_truth, due_on, time_zone, due_at, status, outcome, resolved_at, "
                + "evidence, asked_for, asked_from, ask_at, created_at)", question, 1, text, "It is seen.", "The office.", due,
                "UTC", dueAt,
                resolved ? "RESOLVED" : "OPEN", outcome, resolvedAt, evidence, due, dueAt, "\\N", "2020-01-01T00:00:00Z");
        row("question_version (question_id, version, question, yes_when, source_of_truth, due_on, time_zone, actor, created_at)",
                question, 1, text, "It is seen.", "The office.", due, "UTC", "ledger", "2020-01-01T00:00:00Z");
        if (resolved) {
            row("resolution (id, question_id, question_version, outcome, evidence, note, actor, resolved_at)", id(), question,
                    1,
                    outcome, evidence, outcome.equals("VOID") ? "Cannot be decided." : "\\N", "reviewer", resolvedAt);
        }
        int kind = random.nextInt(10);
        String basis = kind == 0 ? "WORDED" : kind == 1 ? "ASSERTED" : "STATED";
        Object[] claim = { "Number " + made + " will come about.", basis,
                basis.equals("STATED") ? 50 * (1 + random.nextInt(19)) : "\\N", basis.equals("WORDED") ? "likely" : "\\N",
                basis.equals("STATED") ? "\\N" : "YES", due.minusDays(20 + random.nextInt(500)), random.nextInt(8) == 0,
                "{topic-" + random.nextInt(8) + "}" };
        String columns = "statement, basis, probability, phrase, stance, made_on, undated, topics, ";
        row("forecast (id, author_id, piece_id, question_id, status, version, published_at, created_at, " + columns
                + "quote_start)",
                forecast, author, piece, question, "PUBLISHED", 1, "2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z", claim,
                "\\N");
        row("forecast_version (forecast_id, version, question_id, actor, created_at, " + columns + "quote_start)", forecast, 1,
                question, "ledger", "2020-01-01T00:00:00Z", claim, "\\N");
        return question;
    }

    private UUID id() {
        made++;
        return new UUID((1_577_836_800_000L + made) << 16 | 0x7000, 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }

    private void row(String table, Object... values) {
        StringBuilder row = rows.computeIfAbsent(table, key -> new StringBuilder());
        String separator = "";
        for (Object value : values) {
            for (Object one : value instanceof Object[] several ? several : new Object[] { value }) {
                row.append(separator).append(one);
                separator = "\t";
            }
        }
        row.append('\n');
    }

    /** Puts it all in, counts the levels by the service's own function, and lets the planner know. */
    void copyInto(Connection owner) throws SQLException, IOException {
        owner.setAutoCommit(false);
        for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
            copy(owner, "copy " + table.getKey() + " from stdin", table.getValue());
        }
        try (Statement sql = owner.createStatement()) {
            sql.execute("analyze"); // or what follows is planned for empty tables
            // Page by page, as the function takes an array
            List<String> pages = new ArrayList<>();
            try (ResultSet ids = sql
                    .executeQuery("select array_agg(id)::text from (select id, row_number() over (order by id) / 5000 "
                            + "as page from question) q group by page")) {
                while (ids.next()) {
                    pages.add(ids.getString(1));
                }
            }
            for (String page : pages) {
                sql.execute(
                        "insert into standing (forecast_id, question_id, due_at, author_id, topic, month, horizon, basis, level, "
                                + "phrase, stance, reference, undated, state, hits) select forecast_id, question_id, due_at, author_id, topic, "
                                + "month, horizon, basis, level, phrase, stance, reference, undated, state, hits "
                                + "from standing_of('" + page + "', now()) on conflict do nothing");
            }
            String key = "basis, level, phrase, stance, reference, undated, state";
            sql.execute("truncate level_cell, level_total");
            sql.execute("insert into level_cell (author_id, topic, month, horizon, " + key
                    + ", n, hits) select author_id, topic, month, "
                    + "horizon, " + key + ", count(*), sum(hits) from standing group by author_id, topic, month, horizon, "
                    + key);
            sql.execute("insert into level_total (author_id, " + key + ", n, hits) select author_id, " + key
                    + ", count(*), sum(hits) from standing group by author_id, " + key);
            sql.execute(
                    """
                            do $$ begin
                                if to_regclass('board_change') is not null then
                                    insert into board_change (topic, changed_at) values ('', now()); -- boards are made anew at the start
                                end if;
                            end $$""");
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (Statement sql = owner.createStatement()) {
            sql.execute("vacuum analyze");
        }
        rows.clear();
    }

    static void copy(Connection connection, String sql, CharSequence content) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        for (int at = 0; at < content.length(); at += 1 << 16) {
            byte[] bytes = content.subSequence(at, Math.min(content.length(), at + (1 << 16))).toString()
                    .getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
    }
}
