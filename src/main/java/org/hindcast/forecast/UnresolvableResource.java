package org.hindcast.forecast;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hindcast.account.CurrentAccount;
import org.hindcast.account.Idempotent;
import org.hindcast.account.Role;
import org.hindcast.author.Author;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Site;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Claims that nobody can decide: kept, and counted with their author. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
class UnresolvableResource {

    /** @param reason why no criteria fit the claim */
    record Reason(String reason) {
    }

    /**
     * Those of an author.
     *
     * @param n how many there are
     * @param published how many forecasts of the author are on record
     * @param share of the first in both, 0 to 1; null where there is neither
     */
    record Counted(long n, long published, Double share, List<UnresolvableView> items, String next) {
    }

    @Inject
    Clock clock;
    @Inject
    CurrentAccount me;
    @Inject
    Site site;

    @POST
    @Path("forecasts/{id}/unresolvable")
    @RolesAllowed(Role.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    public Response keep(@RestPath UUID id, Reason sent) {
        Unresolvable kept = Unresolvable.of(Forecast.byId(id), Body.of(sent).reason(), me.username(), clock.instant());
        return Response.created(URI.create("/api/v1/unresolvable/" + kept.id)).entity(UnresolvableView.of(kept)).build();
    }

    @GET
    @Path("unresolvable/{id}")
    @PermitAll
    @Transactional
    public UnresolvableView one(@RestPath UUID id) {
        return UnresolvableView.of(Unresolvable.byId(id));
    }

    @GET
    @Path("authors/{slug}/unresolvable")
    @PermitAll
    @Transactional
    public Counted of(@RestPath String slug, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        Author author = Author.bySlug(slug);
        Page<UnresolvableView> page = Page.of(Unresolvable.page(author, Cursor.parse(cursor), size), size,
                one -> new Cursor("", one.id), UnresolvableView::of);
        long n = Unresolvable.count(author);
        long published = Forecast.countPublished(author);
        return new Counted(n, published, n + published == 0 ? null : (double) n / (n + published), page.items(), page.next());
    }

    /** Somebody has found criteria for it. */
    @POST
    @Path("unresolvable/{id}/draft")
    @RolesAllowed(Role.EDITOR)
    @Transactional
    @Idempotent
    public Response draft(@RestPath UUID id) {
        Forecast draft = Unresolvable.byId(id).draft(me.username(), clock.instant());
        return Response.created(URI.create("/api/v1/forecasts/" + draft.id))
                .entity(ForecastView.of(draft, clock.instant(), site.baseUrl())).build();
    }
}
