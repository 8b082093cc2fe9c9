package org.hindcast.extract;

import java.time.LocalDate;
import java.util.List;

/** Finds by when a claim must have come true. What cannot be read is null: a wrong date is worse than none. */
public final class Deadlines {

    /**
     * A text that a claim stands in or under.
     *
     * @param start of it in the piece's text, in UTF-16 code units; -1 where it is no part of that, as a title
     */
    public record Scope(String text, int start) {
    }

    private final EventDates events;

    public Deadlines(EventDates events) {
        this.events = events;
    }

    /** Every expression of time that could be a deadline, in the order of the text; offsets are those in it. */
    public List<Deadline> all(String text, LocalDate publishedOn) {
        return List.of();
    }

    /** The deadline that these words name. @return null where they name none that can be read */
    public Deadline in(String text, LocalDate publishedOn) {
        List<Deadline> all = all(text, publishedOn);
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * The deadline of a claim: that of its own words, else one that it inherits.
     *
     * @param scopes the claim's sentence first, then its list item, its heading, the title: the nearest that names a date
     *        decides
     * @param previous of the forecast before it in the same paragraph; null where there is none
     * @return null where nothing names one
     */
    public Deadline of(List<Scope> scopes, LocalDate publishedOn, Deadline previous) {
        for (Scope scope : scopes) {
            Deadline found = in(scope.text(), publishedOn);
            if (found != null) {
                Deadline placed = scope.start() < 0 ? found.nowhere() : found.at(scope.start());
                return scope == scopes.get(0) ? placed : placed.inherited();
            }
        }
        return previous == null ? null : previous.inherited();
    }
}
