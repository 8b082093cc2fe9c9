package org.hindcast.account;

import java.net.URI;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hindcast.web.Forbidden;
import org.hindcast.web.NotFound;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Signing in with an organisation's provider: Quarkus goes there and back, this takes what came of it and opens a session of
 * ours, so that ending it works the same for all.
 */
@Path(ProviderPages.PATH)
@Produces(MediaType.TEXT_HTML)
class ProviderPages {

    static final String PATH = "/login/provider";

    @Inject
    SecurityIdentity identity;
    @Inject
    OidcSession atProvider;
    @Inject
    ProviderSignIn provider;
    @Inject
    SigningIn signingIn;
    @Inject
    HttpAuthenticator authenticator;

    @GET
    @Authenticated
    @AuthorizationCodeFlow
    public Response signIn(@RestQuery String next, RoutingContext request) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        atProvider.logout().await().indefinitely();
        Account account = provider.recognise(token, identity.getRoles());
        NewCookie opened = signingIn.open(account, "provider", request);
        if (opened == null) {
            throw new Forbidden("Your account has been deactivated here; the admins can tell why.");
        }
        return Response.seeOther(URI.create(LocalPath.of(next, "/me"))).cookie(opened).build();
    }

    /** Here nobody is sent to our form, but to the provider. */
    @ServerExceptionMapper
    @PermitAll
    public Uni<Response> toProvider(UnauthorizedException e, RoutingContext request) {
        return authenticator.getChallenge(request).map(challenge -> {
            Response.ResponseBuilder answer = Response.status(challenge.status);
            for (Map.Entry<CharSequence, String> header : challenge.getHeaders().entrySet()) {
                answer.header(header.getKey().toString(), header.getValue());
            }
            return answer.build();
        });
    }

    /** Without a provider there is no such page. */
    static class Absent {

        // Looked up when asked for: this filter is made before the settings can be read
        @Inject
        Instance<ProviderSettings> settings;

        @ServerRequestFilter(preMatching = true)
        public void absent(RoutingContext request) {
            if (!settings.get().enabled() && request.request().path().equals(PATH)) {
                throw new NotFound("page", PATH);
            }
        }
    }
}
