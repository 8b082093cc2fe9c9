package org.hindcast.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.hindcast.web.Conditions;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** The {@code due} parameter of lists: true, false or before:DATE. */
public final class DueFilter {

    private DueFilter() {
    }

    /** Adds the condition on a question that the query calls {@code q}. @throws InvalidInput for any other value */
    public static void add(Conditions conditions, String due, Instant now) {
        if (due == null) {
            return;
        }
        if (due.equals("true")) {
            conditions.and("q.status = 'OPEN' and q.dueAt <= :now", "now", now);
        } else if (due.equals("false")) {
            conditions.and("not (q.status = 'OPEN' and q.dueAt <= :now)", "now", now);
        } else {
            conditions.and("q.criteria.dueOn < :before", "before", date(due));
        }
    }

    private static LocalDate date(String due) {
        if (due.startsWith("before:")) {
            try {
                LocalDate date = LocalDate.parse(due.substring("before:".length()));
                if (Violations.isAccepted(date)) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // said below
            }
        }
        throw new InvalidInput("due", "true, false or before:DATE such as before:2026-12-31 is accepted");
    }
}
