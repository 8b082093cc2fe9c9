package org.hindcast.outbox;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Account;
import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.web.AdminOverview;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What is to leave the service, what has left, and what could not. */
@Path("/admin/outbox")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class OutboxPages {

    private static final int PAGE = 100;

    /** @param to the name of an account, or an address without what names a person in it */
    public record Line(Entry entry, String to) {

        public boolean isDead() {
            return entry.status == Entry.Status.DEAD;
        }

        public boolean isWaiting() {
            return entry.endedAt == null;
        }
    }

    /** @param next address of the page after this one; null on the last */
    public record Listing(Entry.Status status, List<Entry.Status> statuses, List<Line> lines, String next, long dead,
            boolean canSend, String said) {
    }

    @CheckedTemplate(basePath = "outbox")
    static class Templates {
        static native TemplateInstance outbox(Listing list);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    MailSettings mail;
    @Inject
    Retrying retrying;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String status, @RestQuery String cursor, @RestQuery String retried) {
        Entry.Status only = Enums.parse("status", Query.given(status), Entry.Status.class);
        List<Entry> found = Entry.page(only, Cursor.parse(cursor), PAGE);
        Map<UUID, String> names = Account
                .<Account> list("id in ?1", found.stream().map(entry -> entry.accountId).filter(Objects::nonNull).toList())
                .stream().collect(Collectors.toMap(account -> account.id, account -> account.username));
        Page<Line> page = Page.of(found, PAGE, entry -> new Cursor("", entry.id),
                entry -> new Line(entry, to(entry, names)));
        return Templates.outbox(new Listing(only, List.of(Entry.Status.values()), page.items(), page.next() == null ? null
                : new Query("/admin/outbox").with("status", status).with("cursor", page.next()).toString(), Entry.countDead(),
                mail.host().isPresent(),
                retried == null || !retried.matches("\\d{1,4}") ? null
                        : retried.equals("1") ? "It is tried again." : retried + " are tried again."));
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response retry(@RestPath UUID id) {
        retrying.retry(id, me.username(), clock.instant());
        return Response.seeOther(URI.create("/admin/outbox?retried=1")).build();
    }

    @POST
    @Path("retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response retryAll() {
        Instant now = clock.instant();
        return Response.seeOther(URI.create("/admin/outbox?retried=" + retrying.retryAll(me.username(), now))).build();
    }

    void tell(@Observes AdminOverview overview) {
        long waiting = Entry.countWaiting();
        long dead = Entry.countDead();
        overview.add(new AdminOverview.Line(3, "Outbox", dead > 0 ? "/admin/outbox?status=DEAD" : "/admin/outbox",
                (waiting > 0 ? "%d to be sent".formatted(waiting) : "Nothing waits to be sent")
                        + (dead > 0 ? ", %d given up".formatted(dead) : "")
                        + (waiting > 0 && mail.host().isEmpty() ? "; there is no mail server" : ""),
                dead > 0));
    }

    private static String to(Entry entry, Map<UUID, String> names) {
        return entry.accountId != null ? names.get(entry.accountId)
                : entry.address != null ? masked(entry.address) : "a reader";
    }

    private static String masked(String address) {
        return address.replaceFirst("^[^@/]+@", "…@").replaceFirst("^(https?://[^/]+/).+", "$1…");
    }
}
