package org.hindcast.extract;

/**
 * A piece of a text that stands on lines of its own.
 *
 * @param start where its words begin, behind any marker
 * @param end where its words end, exclusive
 * @param marker what stands before the words of a heading or an item ("##", "-", "7."), else empty
 * @param list number of the list that an item belongs to, from 0; −1 for anything else
 * @param wrapped whether it runs over several lines of the text
 */
record Block(Kind kind, int start, int end, String marker, int list, boolean wrapped) {

    enum Kind {
        /** A line above what it is about, or a line that ends in a colon and leads to what follows. */
        HEADING,
        ITEM,
        PARAGRAPH,
        /** Somebody else's words, set off as a block. */
        QUOTATION,
        /** A row of a table. */
        ROW
    }

    boolean is(Kind other) {
        return kind == other;
    }

    int length() {
        return end - start;
    }
}
