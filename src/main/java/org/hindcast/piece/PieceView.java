package org.hindcast.piece;

import java.time.LocalDate;

import org.hindcast.author.AuthorRef;

/** A piece without its forecasts. */
public record PieceView(String slug, AuthorRef author, String title, String publisher, String url, LocalDate publishedOn,
        String sha256, String note) {

    public static PieceView of(Piece piece) {
        return new PieceView(piece.slug, AuthorRef.of(piece.author), piece.title, piece.publisher, piece.url, piece.publishedOn,
                piece.sha256, piece.note);
    }
}
