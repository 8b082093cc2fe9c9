package org.hindcast.account;

import java.util.Set;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ResourceInfo;

import org.hindcast.web.ChangesNothing;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerRequest;

/** How much one account, or one address without an account, may ask for within a minute. */
class Limits {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    LimitSettings settings;
    @Inject
    Throttle throttle;
    @Inject
    CurrentAccount account;

    @ServerRequestFilter
    public void limit(HttpServerRequest request, ResourceInfo resource) {
        if (!SAFE.contains(request.method().name())) {
            if (!resource.getResourceMethod().isAnnotationPresent(ChangesNothing.class)) {
                take("requests that change something", "writes", request, settings.writes());
            }
        } else if (Query.given(request.getParam("q")) != null) {
            take("searches", "search", request, settings.search());
        }
    }

    private void take(String what, String kind, HttpServerRequest request, int perMinute) {
        if (perMinute > 0) {
            String who = account.isSignedIn() ? "account:" + account.id() : "address:" + ClientAddress.key(request);
            throttle.take(what, kind + ":" + who, perMinute);
        }
    }
}
