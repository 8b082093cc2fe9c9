package org.hindcast.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import org.hindcast.review.Assignment.End;

/** Somebody's turn on a question, as the sweep finds and changes it. */
final class Turn {

    /** Ends after which what was not sent yet is not sent any more; who only passed it on may still answer. */
    static final Set<End> NO_LONGER_ASKED = EnumSet.complementOf(EnumSet.of(End.PASSED_ON));

    final UUID id;
    final UUID reviewer;
    final int stage;
    final Instant since;
    /** Whether it is of the round and date that hold now. */
    final boolean current;
    /** Whether it is for the date that holds now, in whatever round. */
    final boolean sameDate;
    final boolean isNew;
    int asked;
    Instant lastAskedAt;
    final Instant snoozedUntil;
    End end;
    boolean changed;

    Turn(UUID id, UUID reviewer, int stage, Instant since, boolean current, boolean sameDate, boolean isNew, int asked,
            Instant lastAskedAt, Instant snoozedUntil, End end) {
        this.id = id;
        this.reviewer = reviewer;
        this.stage = stage;
        this.since = since;
        this.current = current;
        this.sameDate = sameDate;
        this.isNew = isNew;
        this.asked = asked;
        this.lastAskedAt = lastAskedAt;
        this.snoozedUntil = snoozedUntil;
        this.end = end;
    }

    /** A row of {@code assignment} on this question. */
    static Turn of(ResultSet row, Due question) throws SQLException {
        boolean sameDate = row.getObject("asked_for", LocalDate.class).equals(question.askedFor());
        String end = row.getString("ended_because");
        return new Turn(row.getObject("id", UUID.class), row.getObject("reviewer_id", UUID.class), row.getInt("stage"),
                instant(row, "since"), sameDate && row.getInt("round") == question.round(), sameDate, false,
                row.getInt("asked"), instant(row, "last_asked_at"), instant(row, "snoozed_until"),
                end == null ? null : End.valueOf(end));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Turn begin(UUID id, UUID reviewer, int stage, Instant now) {
        return new Turn(id, reviewer, stage, now, true, true, true, 0, null, null, null);
    }

    boolean isOpen() {
        return end == null;
    }

    void end(End because) {
        end = because;
        changed = true;
    }

    void ask(Instant now) {
        asked++;
        lastAskedAt = now;
        changed = true;
    }

    /** When they are to be asked next; after the last time, when it passes on. */
    Instant nextAt(Due question, Steps steps) {
        Instant first = question.askedFrom().plus(steps.first());
        Instant next = asked > 0 ? lastAskedAt.plus(steps.afterAsking(asked)) : since.isAfter(first) ? since : first;
        return snoozedUntil != null && snoozedUntil.isAfter(next) ? snoozedUntil : next;
    }
}
