package org.hindcast.reminder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.hindcast.web.Rows;

/** Writes what was decided on a page of questions, a few statements for all of them. */
final class Plans {

    private static final String BEGIN = """
            insert into assignment (id, question_id, round, asked_for, reviewer_id, stage, since, asked, last_asked_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String CHANGE = """
            update assignment t set asked = r.asked, last_asked_at = r.last_asked_at, ended_at = r.ended_at,
                ended_because = r.ended_because
            from unnest(?, ?, ?, ?, ?) as r (id, asked, last_asked_at, ended_at, ended_because) where t.id = r.id""";
    /** What somebody was asked who is not to be asked any more. */
    private static final String CANCEL = """
            update reminder m set status = 'CANCELLED' from unnest(?, ?) as r (question_id, reviewer_id)
            where m.question_id = r.question_id and m.reviewer_id = r.reviewer_id and m.status in ('READY', 'UNKNOWN')""";
    private static final String ASK = """
            insert into reminder (reviewer_id, question_id, asked_for, step, channel, status, created_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String LOOK_AGAIN = """
            update question q set ask_at = r.ask_at from unnest(?, ?) as r (id, ask_at) where q.id = r.id""";

    private final Rows begun = new Rows("uuid", "uuid", "int4", "date", "uuid", "int4", "timestamptz", "int4", "timestamptz");
    private final Rows changed = new Rows("uuid", "int4", "timestamptz", "timestamptz", "text");
    private final Rows dropped = new Rows("uuid", "uuid");
    private final Rows asked = new Rows("uuid", "uuid", "date", "int4", "text", "text", "timestamptz");
    private final Rows lookedAt = new Rows("uuid", "timestamptz");
    private final Rota rota;
    private final Instant now;

    Plans(List<Plan> plans, Rota rota, Instant now) {
        this.rota = rota;
        this.now = now;
        plans.forEach(this::add);
    }

    private void add(Plan plan) {
        Due question = plan.question;
        for (Turn turn : plan.turns) {
            if (turn.isNew) {
                begun.add(turn.id, question.id(), question.round(), question.askedFor(), turn.reviewer, turn.stage, turn.since,
                        turn.asked, turn.lastAskedAt);
            } else if (turn.changed) {
                changed.add(turn.id, turn.asked, turn.lastAskedAt, turn.isOpen() ? null : now, turn.end);
                if (!turn.isOpen() && Turn.NO_LONGER_ASKED.contains(turn.end)) {
                    dropped.add(question.id(), turn.reviewer);
                }
            }
        }
        for (Plan.Asking one : plan.askings) {
            boolean mail = rota.find(one.turn().reviewer).mail();
            asked.add(one.turn().reviewer, question.id(), question.askedFor(), one.step(), mail ? "MAIL" : "INBOX",
                    mail ? "READY" : "SENT", now);
        }
        lookedAt.add(question.id(), plan.lookAgainAt);
    }

    /** Ends before it begins: nobody has two turns on a question at once. */
    void write(Connection connection) throws SQLException {
        changed.execute(connection, CHANGE);
        dropped.execute(connection, CANCEL);
        begun.execute(connection, BEGIN);
        asked.execute(connection, ASK);
        lookedAt.execute(connection, LOOK_AGAIN);
    }
}
