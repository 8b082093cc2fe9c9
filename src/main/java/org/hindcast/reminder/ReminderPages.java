package org.hindcast.reminder;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.Role;
import org.hindcast.web.AdminOverview;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who was asked for which verdict, and what could not be sent. */
@Path("/admin/reminders")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class ReminderPages {

    private static final int PAGE = 100;

    /** @param next address of the page after this one; null on the last */
    public record Listing(ReminderFilter filter, List<Reminder.Status> statuses, List<Reminder> reminders, String next) {

        public String question() {
            return filter.question() == null ? "" : filter.question().toString();
        }
    }

    @CheckedTemplate(basePath = "reminder")
    static class Templates {
        static native TemplateInstance reminders(Listing list);
    }

    /** @param status one of them, or {@code FAILED}: tried, and not sent for an error */
    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String status, @RestQuery String question, @RestQuery String cursor) {
        ReminderFilter filter = ReminderFilter.parse(status, Query.given(question));
        Page<Reminder> page = Page.of(Reminder.page(filter, Cursor.parse(cursor), PAGE), PAGE, Reminder::cursor,
                reminder -> reminder);
        return Templates.reminders(new Listing(filter, List.of(Reminder.Status.values()), page.items(),
                page.next() == null ? null
                        : new Query("/admin/reminders").with("status", status).with("question", question)
                                .with("cursor", page.next()).toString()));
    }

    void tell(@Observes AdminOverview overview) {
        long ready = Reminder.count("status", Reminder.Status.READY);
        long failed = Reminder.countFailed();
        overview.add(new AdminOverview.Line(3, "Reminders",
                failed > 0 ? "/admin/reminders?status=" + ReminderFilter.FAILED : "/admin/reminders",
                failed > 0 ? "%d to be sent, %d of them failed".formatted(ready, failed)
                        : ready > 0 ? "%d to be sent".formatted(ready) : "None waits to be sent",
                failed > 0));
    }
}
