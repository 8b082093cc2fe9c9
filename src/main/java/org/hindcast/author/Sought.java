package org.hindcast.author;

import java.util.List;
import java.util.function.Function;

import org.hindcast.web.Query;

/**
 * The author whom somebody typed into a form, by slug or by name.
 *
 * @param typed null where nothing was
 * @param found null where nobody is meant, or more than one may be
 * @param like who may have been meant, the nearest first; only where none is found
 */
public record Sought(String typed, Author found, List<Author> like) {

    private static final int MOST_LIKE = 5;

    /** @param address of the page with this author in the place of what was typed */
    public record Offer(Author author, String address) {
    }

    public static Sought of(String typed) {
        String given = Query.given(typed);
        Author found = given == null ? null : Author.named(given).orElse(null);
        return new Sought(given, found, given == null || found != null ? List.of() : Author.like(given, MOST_LIKE));
    }

    public boolean isLost() {
        return typed != null && found == null;
    }

    /** What an address says of it. */
    public String slug() {
        return found == null ? typed : found.slug;
    }

    /** What the form holds. */
    public String name() {
        return found == null ? typed : found.name;
    }

    /** What is wrong with it; null where nothing is. */
    public String problem() {
        return !isLost() ? null
                : like.stream().filter(one -> one.name.equalsIgnoreCase(typed)).count() > 1 ? "several authors have this name"
                        : "no author on record has this name";
    }

    /** @param address of the page by the slug of the author it is to be about */
    public List<Offer> offers(Function<String, String> address) {
        return like.stream().map(one -> new Offer(one, address.apply(one.slug))).toList();
    }
}
