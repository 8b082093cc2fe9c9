package org.hindcast.follow;

import java.net.URI;
import java.time.Clock;

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

import org.hindcast.account.CurrentAccount;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.NotFound;
import org.hindcast.web.Query;
import org.hindcast.web.Site;
import org.hindcast.web.TooManyRequests;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** Where somebody begins to follow something: with an account by a click, else by an address that is then confirmed. */
@Path("/follow")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FollowPages {

    /** A field that people do not see. Programs that fill in every field they find fill in this one, too. */
    static final String TRAP = "website";

    /** @param list path of the page of all that they follow; null until it is confirmed */
    public record Confirming(String token, Follow follow, String list) {
    }

    @CheckedTemplate(basePath = "follow")
    static class Templates {
        static native TemplateInstance form(Target target, Filled filled, String problem);

        static native TemplateInstance asked(Target target, String email);

        static native TemplateInstance confirm(Confirming confirming);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;
    @Inject
    Following following;

    @GET
    @Transactional
    public Response form(@RestQuery String about, HttpServerRequest request) {
        String address = Query.given(about);
        Target target = address == null ? null : Target.at(address, origins(request));
        if (address != null && target == null) {
            throw new NotFound("question, author or topic", address);
        }
        return PrivatePage.of(200, Templates.form(target,
                Filled.empty().with("about", target == null ? null : target.path()), null), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> sent, HttpServerRequest request) {
        Filled filled = Filled.of(sent);
        try {
            return me.isSignedIn() ? begin(filled, request) : ask(filled, request);
        } catch (InvalidInput e) {
            return again(422, filled.refused(e.violations), null, request);
        } catch (TooManyRequests e) {
            Response refused = again(429, filled, e.getMessage(), request);
            refused.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds);
            return refused;
        }
    }

    private Response begin(Filled filled, HttpServerRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Violations violations = new Violations();
            Target target = NewFollow.target(filled.text("about", violations), violations, origins(request));
            violations.throwIfAny();
            following.begin(target, me.get(), clock.instant());
            return Response.seeOther(URI.create(target.path())).build();
        });
    }

    /** The same answer whether the address was known or not. */
    private Response ask(Filled filled, HttpServerRequest request) {
        Violations violations = new Violations();
        Follower.Mail mail = filled.choice("mail", Follower.Mail.class, violations);
        NewFollow wanted = new NewFollow(filled.text("about", violations), filled.text("email", violations),
                mail == null ? Follower.Mail.AT_ONCE : mail);
        if (filled.has(TRAP)) {
            violations.add(TRAP, "must stay empty: it is there to catch programs that fill in every field");
        }
        violations.throwIfAny();
        Target target = QuarkusTransaction.requiringNew().call(() -> wanted.validated(origins(request)));
        following.ask(target, wanted.email(), wanted.mail(), request);
        return PrivatePage.of(202, Templates.asked(target, wanted.email()), request);
    }

    @GET
    @Path("{token}")
    @Transactional
    public Response show(@RestPath String token, HttpServerRequest request) {
        return PrivatePage.of(200, Templates.confirm(new Confirming(token, FollowToken.confirms(token), null)), request);
    }

    @POST
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response confirm(@RestPath String token, HttpServerRequest request) {
        Follow follow = FollowToken.confirms(token);
        following.confirm(follow, clock.instant());
        return PrivatePage.of(200, Templates.confirm(
                new Confirming(token, follow, FollowToken.toList(follow.follower, clock.instant()))), request);
    }

    private Response again(int status, Filled filled, String problem, HttpServerRequest request) {
        return QuarkusTransaction.requiringNew().call(() -> PrivatePage.of(status, Templates.form(
                filled.problem("about") == null ? Target.at(filled.typed("about"), origins(request)) : null, filled, problem),
                request));
    }

    private String[] origins(HttpServerRequest request) {
        return new String[] { site.baseUrl(), request.scheme() + "://" + request.authority() };
    }
}
