package org.hindcast.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;

@Path("/api/v1/inbox")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InboxResource {

    /** @param url where it can be seen */
    record NoticeView(UUID id, String kind, UUID subject, String title, String text, String url, Map<String, Object> data,
            Instant createdAt, Instant readAt) {

        static NoticeView of(Notice notice, Site site) {
            return new NoticeView(notice.id, notice.kind, notice.subject, notice.title, notice.text,
                    site.baseUrl() + notice.path, notice.data, notice.createdAt, notice.readAt);
        }
    }

    /** @param upTo the latest that has been seen: what came since stays unread */
    record Seen(UUID upTo) {
    }

    record Marked(int read) {
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;

    @GET
    @Transactional
    public Page<NoticeView> list(@RestQuery Boolean unread, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Notice.page(me.id(), Boolean.TRUE.equals(unread), Cursor.parse(cursor), size), size, Notice::cursor,
                notice -> NoticeView.of(notice, site));
    }

    @POST
    @Path("{id}/read")
    @Transactional
    @Idempotent
    public NoticeView read(@RestPath UUID id) {
        Notice notice = Notice.of(me.get(), id);
        notice.readAt = notice.isUnread() ? clock.instant() : notice.readAt;
        return NoticeView.of(notice, site);
    }

    @POST
    @Path("read")
    @Transactional
    @Idempotent
    public Marked readAll(Seen sent) {
        UUID last = Body.of(sent).upTo();
        if (last == null) {
            throw new InvalidInput("upTo", "is missing; the id of a notice in the inbox is accepted");
        }
        return new Marked(Notice.readUpTo(Notice.of(me.get(), last), clock.instant()));
    }
}
