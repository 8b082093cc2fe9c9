package org.hindcast.webhook;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.web.Conflict;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Where people have what they are told sent, too. */
@Path("/me/webhooks")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class WebhookPages {

    /** @param secret of one that was made or rotated just now; null, or shown this once */
    public record Listing(List<Webhook> webhooks, Filled filled, String said, String secret, String problem) {
    }

    @CheckedTemplate(basePath = "webhook")
    static class Templates {
        static native TemplateInstance webhooks(Listing list);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Webhooks webhooks;

    @GET
    @Transactional
    public Response list(@RestQuery String done) {
        String said = switch (done == null ? "" : done) {
            case "made" -> "It is on. Send a test to see whether it works.";
            case "tested" -> "The test is on its way; below you see what became of it.";
            case "on" -> "It is on again.";
            case "deleted" -> "Deleted: nothing is sent there any more.";
            default -> null;
        };
        return page(200, Filled.empty(), said, null, null);
    }

    /** The one answer that shows the secret: not by way of another address, where it would have to be kept. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            NewWebhook wanted = new NewWebhook(filled.text("url", violations),
                    filled.choice("format", Webhook.Format.class, violations));
            violations.throwIfAny();
            Webhook made = QuarkusTransaction.requiringNew().call(() -> webhooks.make(wanted, me.get(), clock.instant()));
            return made.isSigned() ? shown(201, Filled.empty(), null, made.secret, null) : done("made");
        } catch (InvalidInput e) {
            return shown(422, filled.refused(e.violations), null, null, null);
        } catch (Conflict e) {
            return shown(409, filled, null, null, e.getMessage());
        }
    }

    @POST
    @Path("{id}/rotate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response rotate(@RestPath UUID id) {
        return page(200, Filled.empty(), null, webhooks.rotate(id, me.get(), clock.instant()).secret, null);
    }

    @POST
    @Path("{id}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response test(@RestPath UUID id) {
        webhooks.test(id, me.get(), clock.instant());
        return done("tested");
    }

    @POST
    @Path("{id}/on")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response turnOn(@RestPath UUID id) {
        webhooks.turnOn(id, me.get(), clock.instant());
        return done("on");
    }

    @POST
    @Path("{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response delete(@RestPath UUID id) {
        webhooks.delete(id, me.get(), clock.instant());
        return done("deleted");
    }

    private Response shown(int status, Filled filled, String said, String secret, String problem) {
        return QuarkusTransaction.requiringNew().call(() -> page(status, filled, said, secret, problem));
    }

    private Response page(int status, Filled filled, String said, String secret, String problem) {
        List<Webhook> mine = Webhook.page(me.id(), null, Webhooks.MOST);
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Templates.webhooks(new Listing(mine, filled, said, secret, problem))).build();
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/me/webhooks?done=" + what)).build();
    }
}
