package org.hindcast.question;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Role;
import org.hindcast.web.Cursor;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Query;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where editors keep the events by which deadlines are read. */
@Path("/edit/events")
@RolesAllowed(Role.EDITOR)
@Produces(MediaType.TEXT_HTML)
class KnownEventPages {

    private static final int PAGE = 100;

    /** @param changing the one that the form changes; null where it makes a new one */
    public record Listing(List<KnownEvent> events, String next, KnownEvent changing) {
    }

    @CheckedTemplate(basePath = "question")
    static class Templates {
        static native TemplateInstance knownEvents(Listing list, Filled filled);
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String cursor) {
        return listing(cursor, null, Filled.empty());
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance one(@RestPath UUID id) {
        KnownEvent event = KnownEvent.byId(id);
        return listing(null, event, Filled.empty().with("name", event.name)
                .with("otherNames", String.join("\n", event.otherNames)).with("day", event.day).with("source", event.source));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        return answer(null, Filled.of(sent));
    }

    /** Changes it, or removes it. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath UUID id, MultivaluedMap<String, String> sent) {
        return answer(id, Filled.of(sent));
    }

    private Response answer(UUID id, Filled filled) {
        try {
            QuarkusTransaction.requiringNew().run(() -> write(id, filled));
            return Response.seeOther(URI.create("/edit/events")).build();
        } catch (InvalidInput e) {
            return QuarkusTransaction.requiringNew().call(() -> Response.status(422).type(MediaType.TEXT_HTML)
                    .entity(listing(null, id == null ? null : KnownEvent.byId(id), filled.refused(e.violations))).build());
        }
    }

    private void write(UUID id, Filled filled) {
        KnownEvent event = id == null ? null : KnownEvent.byId(id);
        if (event != null && filled.is("action", "remove")) {
            event.remove(me.username(), clock.instant());
            return;
        }
        Violations violations = new Violations();
        String others = filled.text("otherNames", violations);
        NewKnownEvent given = new NewKnownEvent(filled.text("name", violations), others == null ? List.of()
                : Arrays.stream(others.split("\n")).map(String::strip).filter(name -> !name.isEmpty()).toList(),
                filled.date("day", violations), filled.text("source", violations));
        violations.throwIfAny();
        if (event == null) {
            KnownEvent.create(given, me.username(), clock.instant());
        } else {
            event.change(given, me.username(), clock.instant());
        }
    }

    private TemplateInstance listing(String cursor, KnownEvent changing, Filled filled) {
        List<KnownEvent> events = KnownEvent.page(Cursor.parse(cursor), PAGE);
        boolean more = events.size() > PAGE;
        List<KnownEvent> shown = more ? events.subList(0, PAGE) : events;
        KnownEvent last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return Templates.knownEvents(new Listing(shown,
                more ? new Query("/edit/events").with("cursor", new Cursor(last.day.toString(), last.id).toString()).toString()
                        : null,
                changing), filled);
    }
}
