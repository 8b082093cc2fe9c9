package org.hindcast.author;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@Path("/authors")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AuthorPages {

    private static final int PAGE = 100;

    @CheckedTemplate(basePath = "author")
    static class Templates {
        static native TemplateInstance authors(String q, List<Author> authors, String next);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String q, @RestQuery String cursor) {
        String words = Query.given(q);
        Page<Author> page = Page.of(Author.page(words, Cursor.parse(cursor), PAGE), PAGE,
                author -> new Cursor(author.name, author.id), author -> author);
        return Templates.authors(words == null ? "" : words, page.items(), page.next() == null ? null
                : new Query("/authors").with("q", words).with("cursor", page.next()).toString());
    }
}
