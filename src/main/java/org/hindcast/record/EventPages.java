package org.hindcast.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.web.AdminOverview;
import org.hindcast.web.Cursor;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The record of what was changed, by whom and when. */
@Path("/admin/events")
@RolesAllowed("admin") // as Role.ADMIN, which may not be known here: accounts are on record, not the other way round
@Produces(MediaType.TEXT_HTML)
class EventPages {

    private static final int PAGE = 100;

    /** Where the subject of an event has a page, by what its kind begins with. */
    private static final Map<String, String> PAGES = Map.of("forecast", "/forecasts/", "question", "/questions/", "verdict",
            "/questions/", "dispute", "/questions/", "mistake", "/admin/mistakes/");

    /** @param page address of its subject's page; null where it has none */
    public record Line(RecordedEvent event, String data, String page) {
    }

    /** @param next address of the page after this one; null on the last */
    public record Listing(String subject, String actor, String kind, List<Line> lines, String next) {
    }

    @CheckedTemplate(basePath = "record")
    static class Templates {
        static native TemplateInstance events(Listing list);
    }

    @Inject
    ObjectMapper json;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String subject, @RestQuery String actor, @RestQuery String kind,
            @RestQuery String cursor) {
        String by = Query.given(actor);
        String what = Query.given(kind);
        UUID about = id(Query.given(subject));
        Page<Line> page = Page.of(RecordedEvent.latest(about, by, what, Cursor.parse(cursor), PAGE), PAGE,
                event -> new Cursor(event.id.toString(), event.subject), this::line);
        String subjectGiven = about == null ? "" : about.toString();
        return Templates.events(new Listing(subjectGiven, by == null ? "" : by, what == null ? "" : what, page.items(),
                page.next() == null ? null
                        : new Query("/admin/events").with("subject", subjectGiven).with("actor", by).with("kind", what)
                                .with("cursor", page.next()).toString()));
    }

    void tell(@Observes AdminOverview overview) {
        RecordedEvent last = RecordedEvent.last();
        overview.add(new AdminOverview.Line(5, "Record of events", "/admin/events", last == null ? "Nothing is on record yet"
                : "The latest: %s by %s, %s".formatted(last.kind, last.actor, Formats.time(last.at)), false));
    }

    private Line line(RecordedEvent event) {
        String folder = PAGES.get(event.kind.replaceFirst("\\..*", ""));
        String page = folder != null ? folder + event.subject
                : event.kind.startsWith("account.") && event.data.get("username") instanceof String username
                        ? "/admin/accounts/" + username
                        : null;
        try {
            return new Line(event, event.data.isEmpty() ? "" : json.writeValueAsString(event.data), page);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID id(String subject) {
        try {
            return subject == null ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("subject", "the id of an account, author, piece, question, forecast or report is accepted");
        }
    }
}
