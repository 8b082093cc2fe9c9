package org.hindcast.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Enums;
import org.hindcast.web.Form;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Violation;
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

    /** @param secret of a token that was made just now; null, or shown this once */
    public record Me(Account account, List<SessionLine> sessions, List<Token> tokens, List<Violation> violations,
            String said, String secret) {

        public boolean reviews() {
            return account.isReviewer();
        }

        public String topics() {
            return String.join(" ", account.topics);
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
        return page(200, List.of(), said, null);
    }

    @POST
    @Transactional
    public Response change(@RestForm String email, @RestForm String timeZone, @RestForm String reminders,
            @RestForm String digestAt, @RestForm String topics, @RestForm String awayFrom, @RestForm String awayUntil) {
        try {
            String address = Form.text("email", email);
            new Settings(address == null ? "" : address, Form.text("timeZone", timeZone),
                    Enums.parse("reminders", reminders, Account.Reminders.class), Form.time("digestAt", digestAt),
                    words(topics),
                    new Settings.Absence(Form.date("awayFrom", awayFrom), Form.date("awayUntil", awayUntil)))
                    .change(Account.locked(me.username()), clock.instant());
            return done("settings");
        } catch (InvalidInput e) {
            return page(422, e.violations, null, null);
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
            return page(422, e.violations, null, null);
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
            return page(201, List.of(), null, made.secret().text);
        } catch (InvalidInput e) {
            return page(422, e.violations, null, null);
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

    private Response page(int status, List<Violation> violations, String said, String secret) {
        Account account = me.get();
        List<SessionLine> sessions = Session.of(account, clock.instant()).stream().map(s -> new SessionLine(s.idHash,
                s.userAgent, s.createdAt, s.lastSeenAt, s.idHash.equals(me.session()))).toList();
        List<Token> tokens = Token.page(account, null, Page.LARGEST_LIMIT);
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Templates.me(new Me(account, sessions, tokens, violations, said, secret))).build();
    }

    /** A form without the field leaves it as it is. */
    private static List<String> words(String typed) {
        return typed == null ? null : Stream.of(typed.strip().split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create("/me?done=" + what)).build();
    }
}
