package org.hindcast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * The cookie that holds the id of a session. By TLS it is {@code __Host-hindcast}, which browsers take from and give to this
 * very host and by TLS alone; without, as on localhost, {@code hindcast}. Neither is accepted in the place of the other.
 */
@ApplicationScoped
class SessionCookie {

    static final String PLAIN = "hindcast";
    static final String SECURE = "__Host-hindcast";

    @Inject
    OwnOrigin origin;
    @Inject
    SessionSettings settings;

    /** The id of a session; null where there is no cookie. */
    String read(RoutingContext request) {
        Cookie cookie = request.request().getCookie(name(request));
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    NewCookie holding(Secret id, RoutingContext request) {
        return cookie(id.text, (int) settings.longest().toSeconds(), request);
    }

    NewCookie gone(RoutingContext request) {
        return cookie("", 0, request);
    }

    private NewCookie cookie(String value, int maxAge, RoutingContext request) {
        // Lax, not Strict: who follows a link in a reminder is signed in
        return new NewCookie.Builder(name(request)).value(value).path("/").maxAge(maxAge).httpOnly(true)
                .secure(origin.isSecure(request.request())).sameSite(NewCookie.SameSite.LAX).build();
    }

    private String name(RoutingContext request) {
        return origin.isSecure(request.request()) ? SECURE : PLAIN;
    }
}
