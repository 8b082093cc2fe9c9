package org.hindcast.forecast;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.author.Author;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The claims of an author that nobody can decide, counted. */
@Path("/api/v1/authors")
@Produces(MediaType.APPLICATION_JSON)
class UnresolvableOfAuthorResource {

    /**
     * @param n how many there are
     * @param published how many forecasts of the author are on record
     * @param share of the first in both, 0 to 1; null where there is neither
     */
    record Counted(long n, long published, Double share, List<UnresolvableView> items, String next) {
    }

    @GET
    @Path("{slug}/unresolvable")
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
}
