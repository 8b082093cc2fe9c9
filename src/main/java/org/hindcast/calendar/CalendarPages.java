package org.hindcast.calendar;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.Account;
import org.hindcast.web.NotFound;
import org.jboss.resteasy.reactive.RestPath;

/** Somebody's calendar, for their calendar program: which signs in nowhere, so the address is the secret. */
@Path("/calendar")
@PermitAll
@Produces(CalendarFile.TYPE)
class CalendarPages {

    @Inject
    Clock clock;
    @Inject
    PersonalCalendar calendar;

    @GET
    @Path("{token}.ics")
    @Transactional
    public Response show(@RestPath String token, @Context Request request) {
        Account account = CalendarToken.opens(token);
        if (account == null) {
            throw new NotFound(
                    "There is no calendar at this address: it may have been revoked. Make a new address at /me/calendar.");
        }
        return CalendarFile.of(calendar.of(account, clock.instant()), CalendarFile.PRIVATE, request);
    }
}
