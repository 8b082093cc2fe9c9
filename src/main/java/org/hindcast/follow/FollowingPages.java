package org.hindcast.follow;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.TooManyRequests;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** What a reader follows, under an address that only they were told, and how they get it told again. */
@Path("/following")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FollowingPages {

    /** @param at path of the page */
    public record Listing(Follower follower, List<Follow> follows, String at) {

        static Listing of(Follower follower, String at) {
            return new Listing(follower, follower == null ? List.of() : Follow.page(follower.id, null, Following.MOST), at);
        }
    }

    @CheckedTemplate(basePath = "follow")
    static class Templates {
        static native TemplateInstance lost(Filled filled, String sent, String problem);

        static native TemplateInstance following(Listing list);

        static native TemplateInstance over();
    }

    @Inject
    Clock clock;
    @Inject
    Following following;

    @GET
    public Response lost(HttpServerRequest request) {
        return PrivatePage.of(200, Templates.lost(Filled.empty(), null, null), request);
    }

    /** The same answer whether the address was known or not. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> sent, HttpServerRequest request) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            String email = filled.text("email", violations);
            NewFollow.address(email, violations);
            violations.throwIfAny();
            following.askForList(email, request);
            return PrivatePage.of(202, Templates.lost(Filled.empty(), email, null), request);
        } catch (InvalidInput e) {
            return PrivatePage.of(422, Templates.lost(filled.refused(e.violations), null, null), request);
        } catch (TooManyRequests e) {
            Response refused = PrivatePage.of(429, Templates.lost(filled, null, e.getMessage()), request);
            refused.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds);
            return refused;
        }
    }

    @GET
    @Path("{token}")
    @Transactional
    public Response list(@RestPath String token, HttpServerRequest request) {
        return PrivatePage.of(200, Templates.following(Listing.of(FollowToken.lists(token), "/following/" + token)), request);
    }

    @POST
    @Path("{token}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response end(@RestPath String token, @RestForm UUID follow, HttpServerRequest request) {
        Follower follower = FollowToken.lists(token);
        return following.end(follower, follow, clock.instant()) ? back(token)
                : PrivatePage.of(200, Templates.over(), request);
    }

    @POST
    @Path("{token}/mail")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response change(@RestPath String token, @RestForm String mail) {
        following.change(FollowToken.lists(token), MyFollowPages.mail(mail), clock.instant());
        return back(token);
    }

    @POST
    @Path("{token}/forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response forget(@RestPath String token, HttpServerRequest request) {
        following.forget(Follower.locked(FollowToken.lists(token).id), clock.instant());
        return PrivatePage.of(200, Templates.over(), request);
    }

    private static Response back(String token) {
        return Response.seeOther(URI.create("/following/" + token)).header("Referrer-Policy", "no-referrer").build();
    }
}
