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

/** What is due when, for everybody's calendar program. */
@Path("/calendar.ics")
@PermitAll
@Produces(CalendarFile.TYPE)
class PublicCalendarPages {

    @Inject
    Clock clock;
    @Inject
    PublicCalendar calendar;

    @GET
    @Transactional
    public Response show(@Context Request request) {
        return CalendarFile.of(calendar.all(clock.instant()), CalendarFile.PUBLIC, request);
    }
}
