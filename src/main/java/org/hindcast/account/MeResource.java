package org.hindcast.account;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.account.AccountResource.AccountView;
import org.hindcast.web.Body;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;

/** What people may see and change of their own account. */
@Path("/api/v1/me")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MeResource {

    /** Each field optional; an empty e-mail address takes the one away that is there, and {@code away: {}} an absence. */
    record Change(String email, String timeZone, Account.Reminders reminders, LocalTime digestAt, List<String> topics,
            Away away) {

        Settings settings() {
            return new Settings(email, timeZone, reminders, digestAt, topics,
                    away == null ? null : new Settings.Absence(away.from, away.until));
        }
    }

    /** Days, both included; without {@code from}, as of today. */
    record Away(LocalDate from, LocalDate until) {

        static Away of(Account account) {
            return account.awayUntil == null ? null : new Away(account.awayFrom, account.awayUntil);
        }
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    NewPassword.Changing changing;

    @GET
    @Transactional
    public AccountView show() {
        return AccountView.of(me.get());
    }

    @PATCH
    @Transactional
    public AccountView change(Change sent) {
        Account account = Account.locked(me.username());
        Body.of(sent).settings().change(account, clock.instant());
        return AccountView.of(account);
    }

    @PUT
    @Path("password")
    public void changePassword(NewPassword sent, HttpServerRequest request) {
        changing.change(Body.of(sent), request, me.session());
    }
}
