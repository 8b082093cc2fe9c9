package org.hindcast.reminder;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/reminders")
@RolesAllowed(Role.REVIEWER)
@Produces(MediaType.APPLICATION_JSON)
class ReminderResource {

    record ReminderView(String reviewer, UUID question, int step, LocalDate askedFor, Reminder.Channel channel,
            Reminder.Status status, int attempts, String lastError) {

        static ReminderView of(Reminder r) {
            return new ReminderView(r.reviewer.username, r.questionId, r.step, r.askedFor, r.channel, r.status, r.attempts,
                    r.lastError);
        }
    }

    @GET
    @Transactional
    public Page<ReminderView> list(@RestQuery String question, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Reminder.page(ReminderFilter.parse(null, question), Cursor.parse(cursor), size), size, Reminder::cursor,
                ReminderView::of);
    }
}
