package org.hindcast.outbox;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.NotFound;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Turns off what somebody no longer wants to get, without signing in: the address stands in the mail itself. Mail programs send
 * the POST of RFC 8058 by themselves; whoever follows the link finds a button, and looking alone changes nothing.
 */
@Path(UnsubscribePages.PATH)
@PermitAll
@Produces(MediaType.TEXT_HTML)
class UnsubscribePages {

    static final String PATH = "/unsubscribe/";

    /** @param off whether it is done already */
    public record Turning(String token, String list, boolean off) {
    }

    @CheckedTemplate(basePath = "outbox")
    static class Templates {
        static native TemplateInstance unsubscribe(Turning turning);
    }

    @Inject
    Clock clock;
    @Inject
    Event<Unsubscribed> unsubscribed;

    @GET
    @Path("{token}")
    @Transactional
    public Response show(@RestPath String token) {
        UnsubscribeToken known = known(token);
        return page(token, known, known.usedAt != null);
    }

    /** The body is of no matter: a mail program sends {@code List-Unsubscribe=One-Click}, in one of two forms. */
    @POST
    @Path("{token}")
    @Transactional
    public Response turnOff(@RestPath String token) {
        UnsubscribeToken known = known(token);
        if (known.usedAt == null) {
            known.usedAt = clock.instant();
            unsubscribed.fire(new Unsubscribed(known.list, known.subject, known.usedAt));
        }
        return page(token, known, true);
    }

    private static UnsubscribeToken known(String token) {
        UnsubscribeToken known = UnsubscribeToken.shown(token);
        if (known == null) {
            throw new NotFound("No mail of ours has this address. See whether all of it was copied.");
        }
        return known;
    }

    private static Response page(String token, UnsubscribeToken known, boolean off) {
        return Response.ok(Templates.unsubscribe(new Turning(token, known.list, off))).type(MediaType.TEXT_HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header("Referrer-Policy", "no-referrer").build();
    }
}
