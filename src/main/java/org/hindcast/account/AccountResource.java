package org.hindcast.account;

import java.net.URI;
import java.time.LocalTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
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

import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/accounts")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AccountResource {

    /** An account as its admins see it; never with its password. */
    record AccountView(String username, String email, List<String> roles, String timeZone, Account.Reminders reminders,
            LocalTime digestAt, boolean active, List<String> topics, MeResource.Away away) {

        static AccountView of(Account account) {
            return new AccountView(account.username, account.email, account.roles, account.timeZone, account.reminders,
                    account.digestAt, account.active, account.topics, MeResource.Away.of(account));
        }
    }

    @Inject
    Admitting admitting;

    @POST
    @Transactional
    @Idempotent
    public Response create(NewAccount sent) {
        Account account = admitting.create(Body.of(sent));
        return Response.created(URI.create("/api/v1/accounts/" + account.username)).entity(AccountView.of(account)).build();
    }

    @PATCH
    @Path("{username}")
    @Transactional
    public AccountView change(@RestPath String username, NewAccount sent) {
        return AccountView.of(admitting.change(username, Body.of(sent)));
    }

    @GET
    @Transactional
    public Page<AccountView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Account.page(Cursor.parse(cursor), size), size, account -> new Cursor(account.username, account.id),
                AccountView::of);
    }
}
