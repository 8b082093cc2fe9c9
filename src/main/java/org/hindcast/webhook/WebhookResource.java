package org.hindcast.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;

/** Where an account has what it is told sent, too. */
@Path("/api/v1/webhooks")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {

    /** @param to its address without what only its owner may know */
    record WebhookView(UUID id, String to, Webhook.Format format, boolean on, String offBecause, Instant createdAt,
            Instant takenAt, Instant failingSince, String lastError) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(webhook.id, webhook.shown(), webhook.format, webhook.isOn(), webhook.offBecause,
                    webhook.createdAt, webhook.takenAt, webhook.failingSince, webhook.lastError);
        }
    }

    /** @param secret signs from now on; shown this once. Null where the format is not signed */
    record SecretView(UUID id, String secret) {

        static SecretView of(Webhook webhook) {
            return new SecretView(webhook.id, webhook.isSigned() ? webhook.secret : null);
        }

        @Override
        public String toString() {
            return "the secret of webhook " + id;
        }
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Webhooks webhooks;

    @GET
    @Transactional
    public Page<WebhookView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Webhook.page(me.id(), Cursor.parse(cursor), size), size, webhook -> new Cursor("", webhook.id),
                WebhookView::of);
    }

    @POST
    @Transactional
    @Idempotent(keepsAnswer = false)
    public Response make(NewWebhook sent) {
        Webhook made = webhooks.make(Body.of(sent), me.get(), clock.instant());
        return Response.created(URI.create("/api/v1/webhooks/" + made.id)).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(SecretView.of(made)).build();
    }

    /** A new secret; for a day what is sent is signed with the old one as well. */
    @POST
    @Path("{id}/rotations")
    @Transactional
    @Idempotent(keepsAnswer = false)
    public Response rotate(@RestPath UUID id) {
        return Response.ok(SecretView.of(webhooks.rotate(id, me.get(), clock.instant())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @POST
    @Path("{id}/tests")
    @Transactional
    @Idempotent
    public void test(@RestPath UUID id) {
        webhooks.test(id, me.get(), clock.instant());
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void delete(@RestPath UUID id) {
        webhooks.delete(id, me.get(), clock.instant());
    }
}
