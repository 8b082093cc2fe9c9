package org.hindcast.reminder;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Questions that have waited longest for the sweep, held until the end of the transaction, with all that decides on them. */
final class DuePage {

    static final String QUESTIONS = """
            select q.id, q.asked_for, q.asked_from, q.round, q.not_yet, f.topics
            from question q left join lateral (select topics from forecast where question_id = q.id and status = 'PUBLISHED'
                order by id limit 1) f on true
            where q.ask_at <= ? order by q.ask_at, q.id limit ? for update of q skip locked""";

    /** The last word of each reviewer in the round, where it is one. */
    private static final String VERDICTS = """
            select distinct on (v.question_id, v.reviewer_id) v.question_id, v.reviewer_id, v.outcome
            from verdict v join question q on q.id = v.question_id and q.round = v.round where v.question_id = any (?)
            order by v.question_id, v.reviewer_id, v.created_at desc, v.id desc""";

    private static final String TURNS = "select * from assignment where question_id = any (?) order by question_id, id";

    final Map<Due, List<Turn>> questions = new LinkedHashMap<>();

    static DuePage read(Connection connection, Instant now, int size) throws SQLException {
        DuePage page = new DuePage();
        Map<UUID, Due> byId = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(QUESTIONS)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, size);
            for (ResultSet row = statement.executeQuery(); row.next();) {
                Due question = new Due(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(), row.getInt(4), row.getInt(5),
                        topics(row.getArray(6)), new HashSet<>(), new HashMap<>());
                byId.put(question.id(), question);
                page.questions.put(question, new ArrayList<>());
            }
        }
        if (!byId.isEmpty()) {
            Array ids = connection.createArrayOf("uuid", byId.keySet().toArray());
            page.readVerdicts(connection, ids, byId);
            page.readTurns(connection, ids, byId);
        }
        return page;
    }

    private void readVerdicts(Connection connection, Array ids, Map<UUID, Due> byId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERDICTS)) {
            statement.setArray(1, ids);
            for (ResultSet row = statement.executeQuery(); row.next();) {
                if (!row.getString(3).equals("NOT_YET")) {
                    Due question = byId.get(row.getObject(1, UUID.class));
                    question.answered().add(row.getObject(2, UUID.class));
                    question.verdicts().merge(row.getString(3), 1, Integer::sum);
                }
            }
        }
    }

    private void readTurns(Connection connection, Array ids, Map<UUID, Due> byId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURNS)) {
            statement.setArray(1, ids);
            for (ResultSet row = statement.executeQuery(); row.next();) {
                Due question = byId.get(row.getObject("question_id", UUID.class));
                questions.get(question).add(Turn.of(row, question));
            }
        }
    }

    private static List<String> topics(Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
