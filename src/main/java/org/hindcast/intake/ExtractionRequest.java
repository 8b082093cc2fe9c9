package org.hindcast.intake;

import java.time.LocalDate;

import org.hindcast.extract.Candidate;
import org.hindcast.piece.NewPiece;
import org.hindcast.piece.Piece;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** What is to be read: a text, or a piece that is stored. */
public record ExtractionRequest(String text, LocalDate publishedOn, String title, String piece) {

    /**
     * @throws InvalidInput naming every field that is not accepted
     * @throws org.hindcast.web.NotFound if there is no such piece
     */
    Candidate.Source source() {
        Violations violations = new Violations();
        if (piece != null) {
            refuse(violations, "text", text);
            refuse(violations, "publishedOn", publishedOn);
            refuse(violations, "title", title);
            violations.throwIfAny();
            Piece stored = Piece.bySlug(piece);
            if (stored.text == null) {
                throw new InvalidInput("piece", "has no text on record; a piece with a text is accepted");
            }
            return new Candidate.Source(stored.text, stored.title, stored.author.name, stored.publishedOn);
        }
        violations.required("text", text, NewPiece.LONGEST_TEXT);
        violations.required("publishedOn", publishedOn);
        violations.optional("title", title, 500);
        violations.throwIfAny();
        return new Candidate.Source(text, title, null, publishedOn);
    }

    private static void refuse(Violations violations, String field, Object value) {
        if (value != null) {
            violations.add(field, "goes with a text that is sent; a piece has its own");
        }
    }
}
