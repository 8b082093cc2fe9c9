package org.hindcast.follow;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** A page under an address that is a secret: in no cache, in no search engine, and what is linked from it does not learn it. */
final class PrivatePage {

    private PrivatePage() {
    }

    static Response of(int status, TemplateInstance page, HttpServerRequest request) {
        // set there, for here it would only be added to the policy of all other pages
        request.response().putHeader("Referrer-Policy", "no-referrer");
        // rendered within the transaction, which what it shows is read in
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex").entity(page.render()).build();
    }
}
