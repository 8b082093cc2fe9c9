package org.hindcast.author;

import org.hindcast.web.Violations;

/** An author as sent with a piece. */
public record NewAuthor(String name, String slug, Author.Kind kind, String description, String url) {

    /** Names what is not accepted, each field under {@code author.}. */
    public void validate(Violations violations) {
        violations.required("author.name", name, 200);
        violations.slug("author.slug", slug, 80);
        violations.optional("author.description", description, 2000);
        violations.address("author.url", url);
    }
}
