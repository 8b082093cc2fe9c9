package org.hindcast.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Forbidden;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.Authenticated;

@Path("/api/v1/tokens")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class TokenResource {

    /** A token as its owner sees it ever after. */
    record TokenView(UUID id, String name, Instant createdAt, LocalDate expiresOn, Instant lastUsedAt) {

        static TokenView of(Token token) {
            return new TokenView(token.id, token.name, token.createdAt, token.expiresOn, token.lastUsedAt);
        }
    }

    /** A new token, and what to send in {@code Authorization: Bearer}; shown this once. */
    record NewTokenView(UUID id, String token, String name, LocalDate expiresOn) {
        @Override
        public String toString() {
            return "token " + id;
        }
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;

    @POST
    @Transactional
    @Idempotent(keepsAnswer = false)
    public Response create(NewToken sent) {
        if (me.way() == CurrentAccount.Way.TOKEN) {
            throw new Forbidden("A token cannot make another one: it would outlive its own end. Use name and password.");
        }
        NewToken.Made made = access().makeToken(Body.of(sent));
        Token token = made.token();
        return Response.created(URI.create("/api/v1/tokens/" + token.id))
                .entity(new NewTokenView(token.id, made.secret().text, token.name, token.expiresOn)).build();
    }

    @GET
    @Transactional
    public Page<TokenView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Token.page(me.get(), Cursor.parse(cursor), size), size, token -> new Cursor("", token.id),
                TokenView::of);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public void revoke(@RestPath UUID id) {
        access().revokeToken(id);
    }

    private Access access() {
        Account account = me.get();
        return new Access(account, account.username, clock.instant());
    }
}
