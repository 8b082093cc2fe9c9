package org.hindcast.inbox;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.web.Cursor;
import org.hindcast.web.Form;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What the service told somebody, the latest first; read when they say so. */
@Path("/inbox")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class InboxPages {

    private static final int PAGE = 50;

    /**
     * @param first id of the latest that is shown; null where there is none
     * @param next address of the page after this one; null on the last
     */
    public record Listing(List<Notice> notices, UUID first, boolean unreadOnly, String next) {

        /** Whether there is any to be marked. */
        public boolean isUnread() {
            return notices.stream().anyMatch(Notice::isUnread);
        }
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {
        static native TemplateInstance inbox(Listing list);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;

    @GET
    @Transactional
    public Response list(@RestQuery String unread, @RestQuery String cursor) {
        boolean only = Query.given(unread) != null;
        Page<Notice> page = Page.of(Notice.page(me.id(), only, Cursor.parse(cursor), PAGE), PAGE, Notice::cursor,
                notice -> notice);
        return Response.ok(Templates.inbox(new Listing(page.items(), page.items().isEmpty() ? null : page.items().get(0).id,
                only, page.next() == null ? null
                        : new Query("/inbox").with("unread", unread).with("cursor", page.next()).toString())))
                .type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @POST
    @Path("{id}/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response read(@RestPath UUID id) {
        Notice notice = Notice.of(me.get(), id);
        notice.readAt = notice.isUnread() ? clock.instant() : notice.readAt;
        return Response.seeOther(URI.create("/inbox")).build();
    }

    /** @param upTo the latest that they have seen: what came since stays unread */
    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response readAll(@RestForm String upTo) {
        Notice.readUpTo(Notice.of(me.get(), id(Form.text("upTo", upTo))), clock.instant());
        return Response.seeOther(URI.create("/inbox")).build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("upTo", "the id of a notice in the inbox is accepted");
        }
    }
}
