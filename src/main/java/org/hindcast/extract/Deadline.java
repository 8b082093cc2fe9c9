package org.hindcast.extract;

import java.time.LocalDate;

/**
 * By when it must have come true, read from the author's words.
 *
 * @param text the words that bound the time; where there are two dates in them, from the first to the last
 * @param start of the words, in UTF-16 code units; -1 where they do not stand in the piece's text, as those of its title
 * @param end exclusive; -1 with {@code start}
 * @param date the last day that the words allow, outermost where they leave it open
 * @param earliest the first day that the words speak of, never before the day of publication: that day itself with "by"
 * @param rule how the date follows from the words
 */
public record Deadline(String text, int start, int end, LocalDate date, LocalDate earliest, Rule rule) {

    public enum Rule {
        /** The words name the date, or count to it. */
        STATED,
        /** The words have a usual meaning, which is not the only one. */
        INTERPRETED,
        /** The words stand around the claim: in its list item, heading or title, or in a forecast before it. */
        INHERITED,
        /** The words are about time and name none; the date is a convention of ours, and an editor must decide. */
        DEFAULT
    }

    Deadline inherited() {
        return new Deadline(text, start, end, date, earliest, Rule.INHERITED);
    }

    Deadline wordsOf(String text) {
        return new Deadline(text.substring(start, end), start, end, date, earliest, rule);
    }

    Deadline at(int offset) {
        return new Deadline(text, start + offset, end + offset, date, earliest, rule);
    }

    Deadline nowhere() {
        return new Deadline(text, -1, -1, date, earliest, rule);
    }
}
