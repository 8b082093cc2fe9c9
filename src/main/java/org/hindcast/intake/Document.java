package org.hindcast.intake;

import java.util.LinkedHashSet;
import java.util.Set;

import org.hindcast.article.Article;
import org.hindcast.piece.Piece;

/**
 * What was read, and what it says of itself.
 *
 * @param asked the address that was asked for; null for a file
 */
public record Document(String asked, Received received, Article article) {

    /** The piece that it is already, by any of its addresses or by its text; null where there is none. */
    Piece known() {
        Set<String> addresses = new LinkedHashSet<>();
        for (String address : new String[] { asked, received.address, article.canonical() }) {
            addresses.addAll(Addresses.variants(address));
        }
        Piece at = addresses.isEmpty() ? null : Piece.at(addresses);
        return at != null || article.text() == null ? at : Piece.withText(article.text());
    }
}
