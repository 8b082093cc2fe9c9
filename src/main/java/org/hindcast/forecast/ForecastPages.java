package org.hindcast.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.author.Author;
import org.hindcast.author.Sought;
import org.hindcast.web.Cursor;
import org.hindcast.web.Enums;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.NotFound;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/forecasts")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ForecastPages {

    private static final int PAGE = 50;

    private static final int NAMES = 200;

    /**
     * @param next address of the page after this one; null on the last
     * @param author who was typed
     * @param offers who may have been meant
     * @param names of authors to choose from
     */
    record Listing(ForecastFilter filter, List<ForecastLine> lines, String next, Sought author, List<Sought.Offer> offers,
            List<String> names) {
    }

    @CheckedTemplate(basePath = "forecast")
    static class Templates {
        static native TemplateInstance forecasts(Listing list);

        static native TemplateInstance forecast(ForecastPage page, Forecast f);
    }

    @Inject
    Clock clock;
    @Inject
    Event<MovedScore> movedScore;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String status, @RestQuery String author, @RestQuery String topic,
            @RestQuery String q, @RestQuery String due, @RestQuery String cursor) {
        Instant now = clock.instant();
        Sought sought = Sought.of(author);
        var filter = new ForecastFilter(Enums.parse("status", status, Forecast.Status.class), sought.slug(),
                Query.topic(topic), Query.given(q), Query.given(due));
        if (filter.status() == Forecast.Status.DRAFT) {
            throw new InvalidInput("status", "OPEN, RESOLVED or WITHDRAWN is accepted");
        }
        Page<ForecastLine> page = Page.of(Forecast.page(filter, now, Cursor.parse(cursor), PAGE), PAGE,
                forecast -> new Cursor("", forecast.id), forecast -> ForecastLine.of(forecast, now));
        return Templates.forecasts(new Listing(filter, page.items(),
                page.next() == null ? null : address(filter, filter.author()).with("cursor", page.next()).toString(), sought,
                sought.offers(slug -> address(filter, slug).toString()), Author.names(NAMES)));
    }

    private static Query address(ForecastFilter filter, String author) {
        return new Query("/forecasts").with("status", filter.status() == null ? null : filter.status().name())
                .with("author", author).with("topic", filter.topic()).with("q", filter.q()).with("due", filter.due());
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id) {
        Forecast forecast = Forecast.byId(id);
        if (forecast.status == Forecast.Life.DRAFT) {
            throw new NotFound("forecast", id);
        }
        MovedScore moved = new MovedScore(forecast);
        movedScore.fire(moved);
        return Templates.forecast(ForecastPage.of(forecast, moved.sentence(), clock.instant()), forecast);
    }
}
