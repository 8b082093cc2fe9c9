package org.hindcast.author;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/authors")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class AuthorResource {

    record AuthorView(String slug, String name, Author.Kind kind, String description, String url) {

        static AuthorView of(Author author) {
            return new AuthorView(author.slug, author.name, author.kind, author.description, author.url);
        }
    }

    @GET
    @Transactional
    public Page<AuthorView> list(@RestQuery String q, @RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Author.page(q, Cursor.parse(cursor), size), size, author -> new Cursor(author.name, author.id),
                AuthorView::of);
    }

    @GET
    @Path("{slug}")
    @Transactional
    public AuthorView one(@RestPath String slug) {
        return AuthorView.of(Author.bySlug(slug));
    }
}
