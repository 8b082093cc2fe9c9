package org.hindcast.account;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.hindcast.web.InvalidInput;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The key that a request came with, and what it asked for, both so that neither can be read back. */
@RequestScoped
class IdempotencyKey {

    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private String hash;
    private String mac;

    boolean isGiven() {
        return hash != null;
    }

    String hash() {
        return hash;
    }

    /** Over method, path and body, with the key as its key. */
    String mac() {
        return mac;
    }

    void is(String hash, String mac) {
        this.hash = hash;
        this.mac = mac;
    }

    /** Reads it before the body becomes an object. */
    static class Reading {

        @Inject
        IdempotencyKey key;

        @ServerRequestFilter
        public void read(ContainerRequestContext request, ResourceInfo resource) throws IOException {
            String given = request.getHeaderString("Idempotency-Key");
            if (given == null || !resource.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
                return;
            }
            if (!ACCEPTED.matcher(given).matches()) {
                throw new InvalidInput("Idempotency-Key", "1 to 255 visible ASCII characters are accepted");
            }
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            byte[] asked = (request.getMethod() + " " + request.getUriInfo().getPath() + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[asked.length + body.length];
            System.arraycopy(asked, 0, all, 0, asked.length);
            System.arraycopy(body, 0, all, asked.length, body.length);
            key.is(Secret.hash(given), Secret.mac(given.getBytes(StandardCharsets.US_ASCII), all));
        }
    }
}
