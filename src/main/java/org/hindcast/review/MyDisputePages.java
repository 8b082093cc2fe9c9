package org.hindcast.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.CurrentAccount;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What one disputes oneself, and what became of it. */
@Path("/me/disputes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class MyDisputePages {

    private static final int PAGE = 50;

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance mine(List<DisputePages.Line> lines, String next);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;

    @GET
    @Transactional
    public TemplateInstance mine(@RestQuery String cursor) {
        Instant now = clock.instant();
        Page<DisputePages.Line> page = Page.of(Dispute.by(me.get(), Cursor.parse(cursor), PAGE), PAGE,
                dispute -> new Cursor("", dispute.id), dispute -> new DisputePages.Line(dispute, dispute.isOverdue(now)));
        return Templates.mine(page.items(),
                page.next() == null ? null : new Query("/me/disputes").with("cursor", page.next()).toString());
    }
}
