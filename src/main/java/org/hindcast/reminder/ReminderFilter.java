package org.hindcast.reminder;

import java.util.UUID;

import org.hindcast.web.Enums;
import org.hindcast.web.InvalidInput;

/**
 * Which reminders are listed; what is null does not matter.
 *
 * @param failed only those that wait to be sent again after an error
 */
record ReminderFilter(UUID question, Reminder.Status status, boolean failed) {

    static final String FAILED = "FAILED";

    /** @throws InvalidInput naming what is accepted */
    static ReminderFilter parse(String status, String question) {
        boolean failed = FAILED.equals(status);
        return new ReminderFilter(id(question), failed ? null : Enums.parse("status", status, Reminder.Status.class), failed);
    }

    public boolean is(Reminder.Status other) {
        return status == other;
    }

    private static UUID id(String question) {
        try {
            return question == null ? null : UUID.fromString(question);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("question", "the id of a question is accepted");
        }
    }
}
