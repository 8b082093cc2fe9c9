package org.hindcast.calendar;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

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

import org.hindcast.account.Account;
import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Secret;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Where somebody makes the address of their calendar, and revokes it. */
@Path("/me/calendar")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class MyCalendarPages {

    /** @param address made just now, shown this once; null otherwise */
    public record Mine(Instant since, String address, String said) {
    }

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance mine(Mine mine);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;

    @GET
    @Transactional
    public Response show(@RestQuery String revoked) {
        CalendarToken token = CalendarToken.findById(me.id());
        return page(200, new Mine(token == null ? null : token.createdAt, null,
                revoked != null && token == null ? "The address is revoked: nobody reads your calendar there any more."
                        : null));
    }

    /** The one answer that shows the address: not by way of another one, where it would have to be kept. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response make() {
        Account account = Account.locked(me.id());
        Instant now = clock.instant();
        Secret secret = CalendarToken.make(account, now);
        RecordedEvent.record(now, account.username, "calendar.made", account.id, Map.of());
        return page(201, new Mine(now, site.baseUrl() + "/calendar/" + secret.text + ".ics", null));
    }

    @POST
    @Path("revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response revoke() {
        Account account = Account.locked(me.id());
        if (CalendarToken.revoke(account)) {
            RecordedEvent.record(clock.instant(), account.username, "calendar.revoked", account.id, Map.of());
        }
        return Response.seeOther(URI.create("/me/calendar?revoked=1")).build();
    }

    private static Response page(int status, Mine mine) {
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Templates.mine(mine)).build();
    }
}
