package org.hindcast.article;

import java.time.LocalDate;
import java.util.List;

/**
 * What a document says of itself, and its text. Anything may be missing (null, or no writers): nothing is guessed.
 *
 * @param canonical the address that the document gives as its own, where it is on the same site; else the one that it was read
 *        from
 * @param text in blocks with blank lines between: paragraphs, headings, lists with their markers, quotations with {@code >}; no
 *        markup of HTML
 */
public record Article(String title, List<Writer> writers, LocalDate publishedOn, String publisher, String canonical,
        String text) {

    /** @param organisation whether the document says that it is one and not a person */
    public record Writer(String name, boolean organisation) {
    }

    static final int LONGEST_TITLE = 500;
    static final int LONGEST_NAME = 200;

    /** In one line, cut where it is longer than it may be; null where there is nothing. */
    static String line(String text, int longest) {
        if (text == null) {
            return null;
        }
        String line = Prose.squeezed(text);
        return line.isEmpty() ? null : line.length() <= longest ? line : line.substring(0, longest);
    }
}
