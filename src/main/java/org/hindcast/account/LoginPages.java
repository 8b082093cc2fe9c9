package org.hindcast.account;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Query;
import org.hindcast.web.TooManyRequests;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;

/** Signing in and out with a browser. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class LoginPages {

    private static final String FIRST_PAGE = "/me";

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance login(String next, String username, String problem, String provider,
                String providerAddress);
    }

    @Inject
    Clock clock;
    @Inject
    Passwords passwords;
    @Inject
    SigningIn signingIn;
    @Inject
    SessionCookie cookie;
    @Inject
    ProviderSettings provider;
    @Inject
    CurrentAccount me;

    @GET
    @Path("login")
    public Response form(@RestQuery String next) {
        return page(200, next, "", null);
    }

    @POST
    @Path("login")
    public Response signIn(@RestForm String username, @RestForm String password, @RestForm String next,
            RoutingContext request) {
        String name = username == null ? "" : username.strip();
        try {
            Account account = passwords.check(name, password == null ? "" : password, ClientAddress.key(request.request()));
            NewCookie opened = account == null ? null : signingIn.open(account, "password", request);
            return opened == null
                    ? page(401, next, name, "The name and password are not those of an active account.")
                    : Response.seeOther(URI.create(LocalPath.of(next, FIRST_PAGE))).cookie(opened).build();
        } catch (TooManyRequests e) {
            Response refused = page(429, next, name, e.getMessage());
            refused.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds);
            return refused;
        }
    }

    @POST
    @Path("logout")
    @Transactional
    public Response signOut(RoutingContext request) {
        if (me.isSignedIn() && !me.session().isEmpty()) {
            Account account = me.get();
            new Access(account, account.username, clock.instant()).endSession(me.session(), "signed out");
        }
        return Response.seeOther(URI.create("/")).cookie(cookie.gone(request)).build();
    }

    private Response page(int status, String next, String username, String problem) {
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Templates.login(LocalPath.of(next, ""), username, problem,
                        provider.enabled() ? provider.name() : null,
                        new Query(ProviderPages.PATH).with("next", LocalPath.of(next, "")).toString()))
                .build();
    }
}
