package org.hindcast.extract;

import java.time.LocalDate;
import java.util.List;

/**
 * Events that people name instead of a date: "the midterms", "Brexit day". A value; what stands in it is for editors to say.
 */
public final class EventDates {

    /**
     * One time that an event takes place.
     *
     * @param names as writers call it, without an article, in any case
     * @param date its day, the last one where it takes several
     */
    public record Event(List<String> names, LocalDate date) {
    }

    /** No events. */
    public static final EventDates NONE = new EventDates(List.of());

    private final List<Event> events;

    public EventDates(List<Event> events) {
        this.events = List.copyOf(events);
    }

    List<Event> all() {
        return events;
    }
}
