package org.hindcast.author;

/** An author as named by what is theirs. */
public record AuthorRef(String slug, String name) {

    public static AuthorRef of(Author author) {
        return new AuthorRef(author.slug, author.name);
    }
}
