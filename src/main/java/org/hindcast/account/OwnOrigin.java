package org.hindcast.account;

import java.net.URI;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.web.Site;

import io.vertx.core.http.HttpServerRequest;

/** What browsers call us: the host that they asked for, or the public address. */
@ApplicationScoped
class OwnOrigin {

    @Inject
    Site site;

    /** @param origin as in {@code Origin}, or a whole address as in {@code Referer} */
    boolean is(String origin, HttpServerRequest request) {
        String asked = originOf(origin);
        return asked != null && (asked.equals(originOf(request.scheme() + "://" + request.authority()))
                || asked.equals(originOf(site.baseUrl())));
    }

    /**
     * Whether the browser came by TLS: to us, to a proxy that says so and that {@code quarkus.http.proxy.*} trusts, or to a
     * public address that begins with https.
     */
    boolean isSecure(HttpServerRequest request) {
        if ("https".equals(request.scheme())) {
            return true;
        }
        String publicly = originOf(site.baseUrl());
        return publicly != null && publicly.equals(originOf("https://" + request.authority()));
    }

    private static String originOf(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null || uri.getScheme() == null) {
                return null;
            }
            int usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
