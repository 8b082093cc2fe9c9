package org.hindcast.account;

import jakarta.inject.Inject;

import org.hindcast.web.Forbidden;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * What a browser sends because another site told it to must change nothing here: it adds our cookie, and a password that it
 * knows, by itself. Modern browsers say where a request comes from ({@code Sec-Fetch-Site}); older ones, and all of them
 * without TLS, at least name the origin.
 */
class CrossSiteGuard {

    private enum From {
        HERE,
        ELSEWHERE,
        UNKNOWN
    }

    @Inject
    OwnOrigin own;

    @ServerRequestFilter(preMatching = true)
    public void guard(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD
                || request.method() == HttpMethod.OPTIONS) {
            return;
        }
        boolean cookie = request.getCookie(SessionCookie.PLAIN) != null || request.getCookie(SessionCookie.SECURE) != null;
        String authorization = request.getHeader("Authorization");
        boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        boolean page = !request.path().startsWith("/api/");
        From from = from(request);
        // A form for signing in, or for strangers, has no cookie yet: it, too, is ours to send
        if (cookie && from != From.HERE || (basic || page) && from == From.ELSEWHERE) {
            throw new Forbidden(
                    "This would change something, and the browser says, or does not deny, that another site asked for it.");
        }
    }

    private From from(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none") ? From.HERE : From.ELSEWHERE;
        }
        String origin = request.getHeader("Origin");
        String named = origin == null ? request.getHeader("Referer") : origin;
        return named == null ? From.UNKNOWN : own.is(named, request) ? From.HERE : From.ELSEWHERE;
    }
}
