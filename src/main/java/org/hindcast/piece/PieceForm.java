package org.hindcast.piece;

import java.time.Instant;
import java.util.List;

import org.hindcast.author.Author;
import org.hindcast.author.NewAuthor;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** A piece as an editor fills it in. */
public final class PieceForm {

    private static final int MOST_NAMES = 500;
    private static final int MOST_LIKE = 5;

    private PieceForm() {
    }

    /** Names to choose from. */
    public static List<String> authors() {
        return Author.names(MOST_NAMES);
    }

    /**
     * @throws InvalidInput naming every field that is not accepted; so is an author whom nobody knows, unless that was ticked
     */
    public static Stored store(Filled form, String actor, Instant now) {
        NewPiece piece = piece(form).validated();
        if (!form.ticked("new") && !Author.isKnown(piece.author())) {
            List<String> like = Author.like(piece.author().name(), MOST_LIKE).stream().map(one -> one.name).toList();
            throw new InvalidInput("author.name", "is not on record. " + (like.isEmpty() ? "Tick the box below"
                    : "Take a name that is, such as " + String.join(" or ", like) + "; or tick the box below")
                    + " if it is a new author");
        }
        return Stored.of(piece, actor, now);
    }

    private static NewPiece piece(Filled form) {
        Violations violations = new Violations();
        NewAuthor author = new NewAuthor(form.text("author.name", violations), form.text("author.slug", violations),
                form.choice("author.kind", Author.Kind.class, violations), null, null);
        NewPiece piece = new NewPiece(author, form.text("title", violations), form.text("publisher", violations),
                form.text("url", violations), form.date("publishedOn", violations), form.verbatim("text", violations),
                form.text("note", violations));
        violations.throwIfAny();
        return piece;
    }
}
