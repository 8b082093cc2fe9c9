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
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;

/** What an author has said of the future that nobody can decide. */
@Path("/authors")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class UnresolvablePages {

    private static final int PAGE = 50;

    @CheckedTemplate(basePath = "forecast")
    static class Templates {
        static native TemplateInstance unresolvable(Author author, List<Unresolvable> claims, long published, String next);
    }

    @GET
    @Path("{slug}/unresolvable")
    @Transactional
    public TemplateInstance list(@RestPath String slug, @RestQuery String cursor) {
        Author author = Author.bySlug(slug);
        Page<Unresolvable> page = Page.of(Unresolvable.page(author, Cursor.parse(cursor), PAGE), PAGE,
                one -> new Cursor("", one.id),
                one -> one);
        return Templates.unresolvable(author, page.items(), Forecast.countPublished(author), page.next() == null ? null
                : new Query("/authors/" + slug + "/unresolvable").with("cursor", page.next()).toString());
    }

    /** For the author's page: how many of the author's claims nobody can decide. */
    @TemplateExtension(matchName = "unresolvableCount")
    static long unresolvableCount(Author author) {
        return Unresolvable.count(author);
    }
}
