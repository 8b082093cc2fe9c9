package org.hindcast.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hindcast.database.EmbeddedPostgres;

/** The database of all nodes, past them. */
final class Record {

    /**
     * A question as it stands in the end.
     *
     * @param reviewer who was asked, null for nobody; {@code mail} in which, by its Message-ID, null for none
     * @param askings how many requests there are for it
     */
    record Asked(String id, Instant dueAt, String questionStatus, String reviewer, String mail, String status, int askings) {
    }

    private final EmbeddedPostgres database;

    Record(EmbeddedPostgres database) {
        this.database = database;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl() + "?connectTimeout=5&socketTimeout=60&ApplicationName=chaos",
                database.owner().user(), database.owner().password());
    }

    private Connection asService() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.service().user(), database.service().password());
    }

    /** Nodes that wait for a lock with such a statement. As their own role, for others may not see what they do. */
    List<String> blocked(String statement) throws SQLException {
        try (Connection connection = asService()) {
            return run(connection, "select application_name from pg_stat_activity where wait_event_type = 'Lock' "
                    + "and application_name like 'node-%' and query ilike '" + statement + "'");
        }
    }

    /** The first column. */
    List<String> run(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return run(connection, sql);
        }
    }

    static List<String> run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                for (ResultSet rows = statement.getResultSet(); rows.next();) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }

    void reviewers(int many) throws SQLException {
        run("""
                insert into account (id, username, password_hash, email, roles, time_zone, reminders, digest_at, active, created_at)
                select gen_random_uuid(), 'reviewer-' || i, 'none', 'reviewer-' || i || '@example.org', array ['reviewer'], 'UTC',
                       'AT_ONCE', '08:00', true, now() from generate_series(1, %d) i"""
                .formatted(many));
    }

    /** Sessions of this node that are in the middle of a transaction and say nothing. */
    long silentTransactions(Node node) throws SQLException {
        try (Connection connection = asService()) {
            return Long.parseLong(run(connection, "select count(*) from pg_stat_activity where state = 'idle in transaction' "
                    + "and application_name = '" + node.name + "'").get(0));
        }
    }

    /** Questions that fall due one after the other. @return when the last one is */
    Instant questions(String round, Round.Size size) throws SQLException {
        run("""
                insert into question (id, key, version, question, yes_when, source_of_truth, due_on, time_zone, due_at, status,
                    asked_for, asked_from, ask_at, created_at)
                select gen_random_uuid(), '%1$s-' || i, 1, 'Does it come true, [%1$s-' || i || ']?', 'It does', 'nobody',
                       current_date - 1, 'UTC', at, 'OPEN', current_date - 1, at, at, now()
                from generate_series(1, %2$d) i cross join lateral (
                    select now() + make_interval(secs => %4$d + %3$d * i / %2$d.0) as at) t"""
                .formatted(round, size.questions(), size.within().toSeconds(), size.lead().toSeconds()));
        run("""
                insert into question_version (question_id, version, question, yes_when, source_of_truth, due_on, time_zone, actor,
                    created_at)
                select id, version, question, yes_when, source_of_truth, due_on, time_zone, 'chaos', created_at from question
                where key like '%s-%%'"""
                .formatted(round));
        return Instant.now().plus(size.lead()).plus(size.within());
    }

    /** Some that fall due towards the end, by id and key. */
    Map<String, String> someThatAreNotDueYet(String round, int many) throws SQLException {
        Map<String, String> some = new LinkedHashMap<>();
        run("select id || ' ' || key from (select * from question where key like '" + round
                + "-%' and status = 'OPEN' and ask_at > "
                + "now() order by ask_at desc limit " + many * 3 + ") last order by md5(key) limit " + many)
                .forEach(row -> some.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ') + 1)));
        return some;
    }

    /** As after a correction of its date: asked for a month later. */
    void dateAnew(Set<String> questions) throws SQLException {
        run("update question set asked_for = asked_for + 30, asked_from = asked_from + interval '30 days', "
                + "due_at = due_at + interval '30 days', due_on = due_on + 30, ask_at = ask_at + interval '30 days' where id in ('"
                + String.join("', '", questions) + "')");
    }

    /** Of the round: due, open, and not told to anybody yet. */
    long unsent(String round) throws SQLException {
        return Long.parseLong(
                run("""
                        select count(*) from question q where q.key like '%s-%%' and q.status = 'OPEN' and q.due_at < now() + interval '1 day'
                        and not exists (select from reminder r where r.question_id = q.id and r.status = 'SENT')"""
                        .formatted(round))
                        .get(0));
    }

    /** Mails of which nobody has recorded yet that they were sent. */
    List<String> notRecorded() throws SQLException {
        return run("select message_id from outbox where status in ('LEASED', 'UNKNOWN')");
    }

    List<Asked> asked(String round) throws SQLException {
        List<Asked> all = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select q.id, q.due_at, q.status, a.email, o.message_id, r.status, count(r.step) over (partition by q.id)
                        from question q left join reminder r on r.question_id = q.id left join account a on a.id = r.reviewer_id
                        left join outbox o on o.id = r.mail where q.key like '%s-%%'""".formatted(round))) {
            while (row.next()) {
                all.add(new Asked(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6), row.getInt(7)));
            }
        }
        return all;
    }
}
