package org.hindcast.extract;

import org.hindcast.extract.Deadline.Rule;

/**
 * Words of time in a text, before what stands around them is looked at.
 *
 * @param span that they name; null where they look like a date and cannot be read as one
 * @param closed whether they name the very end of it, so that "by" and "before" leave nothing open
 * @param rule where the words are whole by themselves, as "within a year"; null where a preposition decides
 */
record Token(int start, int end, Span span, boolean closed, Rule rule) {
}
