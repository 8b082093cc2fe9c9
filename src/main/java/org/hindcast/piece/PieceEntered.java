package org.hindcast.piece;

/**
 * An editor has put a piece on record by hand and will look at it next. Fired after the transaction that stored it.
 *
 * @param slug of the piece
 * @param editor username
 */
public record PieceEntered(String slug, String editor) {
}
