package org.hindcast.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.hindcast.extract.Deadline.Rule;

/** Finds by when a claim must have come true. What cannot be read is null: a wrong date is worse than none. */
public final class Deadlines {

    /**
     * A text that a claim stands in or under.
     *
     * @param start of it in the piece's text, in UTF-16 code units; -1 where it is no part of that, as a title
     */
    public record Scope(String text, int start) {
    }

    private static final Pattern LIMIT = Pattern.compile(
            "by|before|until|till|within|no later|not later|through|up to|prior to",
            Pattern.CASE_INSENSITIVE);

    /** Without one of these a text names no time but an event: most sentences do not, and need no closer look. */
    private static final Pattern TIME = Pattern.compile(
            "\\d|(?:hour|day|week|month|quarter|year|decade|centur|fortnight|tomorrow|tonight|soon|shortly|before long|imminent|moment"
                    + "|term|run\\b|future|spring|summer|autumn|winter|fall|christmas|easter|thanksgiving|halloween|eoy|fy|fiscal"
                    + "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
            Pattern.CASE_INSENSITIVE);

    private final EventDates events;
    private final Hemisphere hemisphere;

    /** Of writers who live in the northern seasons. */
    public Deadlines(EventDates events) {
        this(events, Hemisphere.NORTHERN);
    }

    /** @param hemisphere whose winter "this winter" is */
    public Deadlines(EventDates events, Hemisphere hemisphere) {
        this.events = events;
        this.hemisphere = hemisphere;
    }

    /**
     * Every expression of time that can be a deadline, in the order of the text, "between March and June" as one; offsets are
     * those in it.
     */
    public List<Deadline> all(String text, LocalDate publishedOn) {
        String plain = plain(text);
        if (!TIME.matcher(plain).find() && (events.in(plain) == null || !events.in(plain).find())) {
            return List.of();
        }
        Tokens tokens = new Tokens(plain);
        Durations.find(plain, publishedOn, tokens);
        CalendarWords.find(plain, publishedOn, events, hemisphere, tokens);
        return new Bounds(plain, publishedOn).of(tokens.found()).stream().map(each -> each.wordsOf(text)).toList();
    }

    /** With one sort of hyphen, apostrophe and space, each character at its place. */
    private static String plain(String text) {
        return text.replace('\u2010', '-').replace('\u2011', '-').replace('\u2019', '\'').replace('\u00a0', ' ')
                .replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }

    /**
     * The deadline that these words name. A limit ("by", "within") goes before a time that is only spoken of; of several, the
     * outermost counts, {@link Rule#INTERPRETED}.
     *
     * @return null where they name none that can be read
     */
    public Deadline in(String text, LocalDate publishedOn) {
        List<Deadline> all = new ArrayList<>(all(text, publishedOn));
        if (all.stream().anyMatch(each -> each.rule() != Rule.DEFAULT)) {
            all.removeIf(each -> each.rule() == Rule.DEFAULT);
        }
        if (all.stream().anyMatch(Deadlines::isLimit)) {
            all.removeIf(each -> !isLimit(each));
        }
        return all.stream().reduce((a, b) -> outermost(a, b, text)).orElse(null);
    }

    private static boolean isLimit(Deadline found) {
        return LIMIT.matcher(found.text()).lookingAt();
    }

    private static Deadline outermost(Deadline a, Deadline b, String text) {
        return new Deadline(text.substring(a.start(), b.end()), a.start(), b.end(),
                a.date().isAfter(b.date()) ? a.date() : b.date(),
                a.earliest().isBefore(b.earliest()) ? a.earliest() : b.earliest(),
                a.rule() == Rule.DEFAULT ? Rule.DEFAULT : Rule.INTERPRETED);
    }

    /**
     * The deadline of a claim: that of its own words, else one that it inherits; a date that the claim inherits goes before one
     * that its own words leave to a convention, as "soon".
     *
     * @param scopes the claim's sentence first, then its list item, its heading, the title: the nearest that names a date
     *        decides
     * @param previous of the forecast before it in the same paragraph; null where there is none
     * @return null where nothing names one
     */
    public Deadline of(List<Scope> scopes, LocalDate publishedOn, Deadline previous) {
        return of(scopes, scope -> in(scope.text(), publishedOn), previous);
    }

    /** @param reading what {@link #in} makes of a scope's words */
    static Deadline of(List<Scope> scopes, Function<Scope, Deadline> reading, Deadline previous) {
        Deadline conventional = null;
        for (int i = 0; i < scopes.size(); i++) {
            Deadline found = reading.apply(scopes.get(i));
            if (found != null) {
                Deadline placed = scopes.get(i).start() < 0 ? found.nowhere() : found.at(scopes.get(i).start());
                if (placed.rule() != Rule.DEFAULT) {
                    return i == 0 ? placed : placed.inherited();
                }
                conventional = conventional == null && i == 0 ? placed : conventional;
            }
        }
        return conventional != null || previous == null || previous.rule() == Rule.DEFAULT ? conventional
                : previous.inherited();
    }
}
