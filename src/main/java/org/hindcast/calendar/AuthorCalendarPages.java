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

import org.hindcast.author.Author;
import org.jboss.resteasy.reactive.RestPath;

/** When it shows what came of what an author said, for everybody's calendar program. */
@Path("/authors")
@PermitAll
@Produces(CalendarFile.TYPE)
class AuthorCalendarPages {

    @Inject
    Clock clock;
    @Inject
    PublicCalendar calendar;

    @GET
    @Path("{slug}/calendar.ics")
    @Transactional
    public Response show(@RestPath String slug, @Context Request request) {
        return CalendarFile.of(calendar.of(Author.bySlug(slug), clock.instant()), CalendarFile.PUBLIC, request);
    }
}
