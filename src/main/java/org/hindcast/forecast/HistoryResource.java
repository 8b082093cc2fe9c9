package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.question.Question;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Every version, verdict, resolution and correction, in order, with who and when. */
@Path("/api/v1")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class HistoryResource {

    record Entry(Instant at, String actor, String kind, UUID subject, Map<String, Object> data) {

        static Entry of(RecordedEvent event) {
            return new Entry(event.at, event.actor, event.kind, event.subject, event.data);
        }
    }

    @GET
    @Path("forecasts/{id}/history")
    @Transactional
    public Page<Entry> ofForecast(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        Forecast forecast = Forecast.byId(id);
        if (forecast.status == Forecast.Life.DRAFT) {
            throw new NotFound("published forecast", id);
        }
        return history(List.of(forecast.id, forecast.question.id), cursor, limit);
    }

    @GET
    @Path("questions/{id}/history")
    @Transactional
    public Page<Entry> ofQuestion(@RestPath UUID id, @RestQuery String cursor, @RestQuery String limit) {
        return history(List.of(Question.byId(id).id), cursor, limit);
    }

    private static Page<Entry> history(List<UUID> subjects, String cursor, String limit) {
        int size = Page.limit(limit);
        Cursor after = Cursor.parse(cursor);
        long last = after == null ? 0 : after.keyAs(Long::valueOf);
        return Page.of(RecordedEvent.about(subjects, last, size + 1), size,
                event -> new Cursor(event.id.toString(), event.subject),
                Entry::of);
    }
}
