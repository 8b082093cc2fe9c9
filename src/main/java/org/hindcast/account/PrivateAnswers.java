package org.hindcast.account;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.core.http.HttpServerRequest;

/** What is answered to somebody known is for them alone: no cache keeps it. */
class PrivateAnswers {

    @ServerResponseFilter
    public void keepOutOfCaches(ContainerResponseContext response, HttpServerRequest request) {
        if (request.getHeader("Authorization") != null || request.getCookie(SessionCookie.PLAIN) != null
                || request.getCookie(SessionCookie.SECURE) != null) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
