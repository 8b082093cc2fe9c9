package org.hindcast.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Filled;
import org.hindcast.web.Form;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;

/** What people see and change of their own account. */
@Path("/me")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class MePages {

    /** A session in the list; {@code current} is the one that shows it. */
    public record SessionLine(String id, String userAgent, Instant createdAt, Instant lastSeenAt, boolean current) {
    }

    /**
     * @param filled the settings as they are, or whatever form was refused, as it was filled in
     * @param secret of a token that was made just now; null, or shown this once
     */
    public record Me(Account account, List<SessionLine> sessions, List<Token> tokens, Filled filled, String said,
            String secret) {

        public boolean reviews() {
            return account.isReviewer();
        }
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance me(Me me);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    NewPassword.Changing changing;
    @Inject
    SigningIn signingIn;
    @Inject
    SessionCookie cookie;

    @GET
    @Transactional
    public Response show(@RestQuery String done) {
        String said = switch (done == null ? "" : done) {
            case "settings" -> "Your settings are saved.";
            case "password" -> "Your password is changed; all other sessions have ended.";
            case "sessions" -> "Ended.";
            case "token" -> "The token is revoked.";
            default -> null;
        };
        return page(200, settings(me.get()), said, null);
    }

    @POST
    @Transactional
    public Response change(MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            String address = filled.text("email", violations);
            // whoever does not review has no such field
            List<String> topics = filled.count("topics") == 0 ? null : filled.topics("topics");
            Settings settings = new Settings(address == null ? "" : address, filled.text("timeZone", violations),
                    filled.choice("reminders", Account.Reminders.class, violations), filled.time("digestAt", violations),
                    topics, absence(filled, violations));
            violations.throwIfAny();
            settings.change(Account.locked(me.username()), clock.instant());
            return done("settings");
        } catch (InvalidInput e) {
            return page(422, filled.refused(e.violations), null, null);
        }
    }

    @POST
    @Path("password")
    public Response changePassword(@RestForm String current, @RestForm String password, RoutingContext request) {
        try {
            changing.change(new NewPassword(current, password), request.request(), null);
            return Response.seeOther(URI.create("/me?done=password"))
                    .cookie(signingIn.open(me.get(), "changed password", request)).build();
        } catch (InvalidInput e) {
            return page(422, settings(me.get()).refused(e.violations), null, null);
        }
    }

    /** @param session hash of its id; empty: all of them, this one too */
    @POST
    @Path("sessions/end")
    @Transactional
    public Response endSessions(@RestForm String session, RoutingContext request) {
        Account account = me.get();
        Access access = new Access(account, account.username, clock.instant());
        if (session == null || session.isEmpty()) {
            access.endSessions(null, "signed out everywhere");
            return Response.seeOther(URI.create("/login")).cookie(cookie.gone(request)).build();
        }
        access.endSession(session, "ended from another session");
        return done("sessions");
    }

    /** The one answer that shows the secret: not by way of another address, where it would have to be kept. */
    @POST
    @Path("tokens")
    @Transactional
    public Response makeToken(@RestForm String name, @RestForm String expiresOn) {
        try {
            Account account = me.get();
            NewToken wanted = new NewToken(Form.text("name", name), Form.date("expiresOn", expiresOn));
            NewToken.Made made = new Access(account, account.username, clock.instant()).makeToken(wanted);
            return page(201, settings(account), null, made.secret().text);
        } catch (InvalidInput e) {
            return page(422, settings(me.get()).with("name", name).with("expiresOn", expiresOn).refused(e.violations), null,
                    null);
        }
    }

    @POST
    @Path("tokens/{id}/revoke")
    @Transactional
    public Response revokeToken(@RestPath UUID id) {
        Account account = me.get();
        new Access(account, account.username, clock.instant()).revokeToken(id);
        return done("token");
    }

    private Response page(int status, Filled filled, String said, String secret) {
        Account account = me.get();
        List<SessionLine> sessions = Session.of(account, clock.instant()).stream().map(s -> new SessionLine(s.idHash,
                s.userAgent, s.createdAt, s.lastSeenAt, s.idHash.equals(me.session()))).toList();
        List<Token> tokens = Token.page(account, null, Page.LARGEST_LIMIT);
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Templates.me(new Me(account, sessions, tokens, filled, said, secret))).build();
    }

    private static Filled settings(Account account) {
        return Filled.empty().with("email", account.email).with("timeZone", account.timeZone)
                .with("reminders", account.reminders).with("digestAt", account.digestAt)
                .with("topics", String.join(" ", account.topics)).with("awayFrom", account.awayFrom)
                .with("awayUntil", account.awayUntil);
    }

    private static Settings.Absence absence(Filled filled, Violations violations) {
        return filled.count("awayUntil") == 0 ? null
                : new Settings.Absence(filled.date("awayFrom", violations), filled.date("awayUntil", violations));
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/me?done=" + what)).build();
    }
}
