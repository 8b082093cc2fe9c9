package org.hindcast.extract;

/**
 * A sentence, or a line that stands for one, where it stands in a text.
 *
 * @param start in UTF-16 code units; {@code end} is exclusive
 * @param block what it stands in: heading, item, paragraph, quotation or row
 */
public record Passage(int start, int end, String block) {
}
