package org.hindcast.extract;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Events that people name instead of a date: "the midterms", "Brexit day". A value; what stands in it is for editors to say.
 */
public final class EventDates {

    /**
     * One time that an event takes place.
     *
     * @param names as writers call it, without an article, in any case; the first one identifies the event over the years
     * @param date its day, the last one where it takes several
     */
    public record Event(List<String> names, LocalDate date) {
    }

    /** No events. */
    public static final EventDates NONE = new EventDates(List.of());

    private final Map<String, Set<String>> eventsByName = new HashMap<>();
    private final Map<String, TreeSet<LocalDate>> dates = new HashMap<>();
    private final Pattern any;

    /** @throws IllegalArgumentException where an event has no name */
    public EventDates(List<Event> events) {
        for (Event event : events) {
            if (event.names().isEmpty()) {
                throw new IllegalArgumentException("An event without a name: " + event);
            }
            String id = key(event.names().get(0));
            dates.computeIfAbsent(id, none -> new TreeSet<>()).add(event.date());
            event.names().forEach(name -> eventsByName.computeIfAbsent(key(name), none -> new TreeSet<>()).add(id));
        }
        String names = eventsByName.keySet().stream().sorted((a, b) -> b.length() - a.length()).map(Pattern::quote)
                .collect(Collectors.joining("|"));
        any = names.isEmpty() ? null
                : Pattern.compile("\\b(?:(?<next>(?:next|this) year(?:'s)?)\\s+|(?<year>[12]\\d{3})\\s+)?(?<name>" + names
                        + ")(?![\\w-])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Finds their names; {@link #date} says when that is. @return null where there are none */
    Matcher in(String text) {
        return any == null ? null : any.matcher(text);
    }

    /** The first time from this day on, or that of the year that is named. @return null where unknown or ambiguous */
    LocalDate date(Matcher found, LocalDate from) {
        Set<String> events = eventsByName.get(key(found.group("name")));
        if (events == null || events.size() != 1) {
            return null;
        }
        TreeSet<LocalDate> known = dates.get(events.iterator().next());
        if (found.group("year") == null && found.group("next") == null) {
            return known.ceiling(from);
        }
        int year = found.group("year") != null ? Integer.parseInt(found.group("year"))
                : from.getYear() + (found.group("next").toLowerCase(Locale.ROOT).startsWith("next") ? 1 : 0);
        LocalDate in = known.ceiling(LocalDate.of(year, 1, 1));
        return in == null || in.getYear() != year ? null : in;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
