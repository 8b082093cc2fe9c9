package org.hindcast.piece;

import java.time.Instant;
import java.time.LocalDate;

import org.hindcast.author.NewAuthor;
import org.hindcast.web.Violations;

/** A piece as it is sent. */
public record NewPiece(NewAuthor author, String title, String publisher, String url, LocalDate publishedOn, String text,
        String note) {

    public static final int LONGEST_TEXT = 1_000_000;

    /** The same, blank texts as missing ones. @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    public NewPiece validated() {
        Violations violations = new Violations();
        if (author == null) {
            violations.add("author", "is missing; {name, slug?, kind?} is accepted");
        } else {
            author.validate(violations);
        }
        NewPiece valid = new NewPiece(author,
                violations.required("title", title, 500),
                violations.optional("publisher", publisher, 200),
                violations.address("url", url),
                violations.required("publishedOn", publishedOn),
                violations.optional("text", text, LONGEST_TEXT),
                violations.optional("note", note, 2000));
        violations.throwIfAny();
        return valid;
    }

    /** @throws org.hindcast.web.InvalidInput where the day of publication is still to come */
    public void refuseUnlessPublished(Instant now) {
        Violations violations = new Violations();
        violations.begun("publishedOn", publishedOn, now);
        violations.throwIfAny();
    }
}
