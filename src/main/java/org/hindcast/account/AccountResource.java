package org.hindcast.account;

import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/v1/accounts")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AccountResource {

    /** An account as its admins see it; never with its password. */
    record AccountView(String username, String email, List<String> roles, String timeZone, Account.Reminders reminders,
            LocalTime digestAt, boolean active) {

        static AccountView of(Account account) {
            return new AccountView(account.username, account.email, account.roles, account.timeZone, account.reminders,
                    account.digestAt, account.active);
        }
    }

    @Inject
    Clock clock;
    @Inject
    SecurityIdentity identity;
    @Inject
    Event<ReviewerCame> reviewerCame;

    @POST
    @Transactional
    @Idempotent
    public Response create(NewAccount sent) {
        Account account = Body.of(sent).create(clock.instant());
        account.persist();
        record(account, "account.created");
        return Response.created(URI.create("/api/v1/accounts/" + account.username)).entity(AccountView.of(account)).build();
    }

    @PATCH
    @Path("{username}")
    @Transactional
    public AccountView change(@RestPath String username, NewAccount sent) {
        Account account = Account.locked(username);
        if (account == null) {
            throw new NotFound("account", username);
        }
        Body.of(sent).change(account);
        record(account, "account.changed");
        Access access = new Access(account, identity.getPrincipal().getName(), clock.instant());
        if (!account.active) {
            access.deactivated();
        } else if (sent.password() != null) {
            access.passwordChanged(null);
        }
        return AccountView.of(account);
    }

    @GET
    @Transactional
    public Page<AccountView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Account.page(Cursor.parse(cursor), size), size, account -> new Cursor(account.username, account.id),
                AccountView::of);
    }

    private void record(Account account, String kind) {
        RecordedEvent.record(clock.instant(), identity.getPrincipal().getName(), kind, account.id,
                Map.of("username", account.username, "roles", account.roles, "active", account.active));
        if (account.reviews()) {
            reviewerCame.fire(new ReviewerCame(clock.instant()));
        }
    }
}
