package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.extract.Deadline.Rule;
import org.hindcast.extract.Deadlines.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeadlinesTest {

    private static final LocalDate PUBLISHED = LocalDate.parse("2025-12-11");
    private static final Deadlines DEADLINES = new Deadlines(new EventDates(List.of(
            event("2022-11-08", "midterms", "midterm elections"), event("2026-11-03", "midterms", "midterm elections"),
            event("2030-11-05", "midterms", "midterm elections"), event("2019-03-29", "Brexit day"),
            event("2020-01-31", "Brexit day"), event("2028-11-07", "US presidential election", "presidential election"),
            event("2027-04-25", "French presidential election", "presidential election"))));

    private static EventDates.Event event(String date, String... names) {
        return new EventDates.Event(List.of(names), LocalDate.parse(date));
    }

    /** The table was written before the code. An empty date: there is none. An empty earliest: the day of publication. */
    @ParameterizedTest
    @CsvFileSource(resources = "deadlines.csv", delimiter = '|', quoteCharacter = '\0', numLinesToSkip = 1)
    void readsAsTheTableSays(LocalDate published, String words, LocalDate date, LocalDate earliest, Rule rule) {
        Deadline read = DEADLINES.in(words, published);
        if (date == null) {
            assertNull(read);
            return;
        }
        assertEquals(date, read.date());
        assertEquals(earliest == null ? published : earliest, read.earliest());
        assertEquals(rule, read.rule());
        assertEquals(words.substring(read.start(), read.end()), read.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-01 | Blackouts will come this winter.       | 2026-09-22
            2025-12-11 | It is over by spring.                  | 2025-12-20
            2025-12-11 | It is over this summer.                | 2026-03-20
            2025-12-11 | It comes in autumn.                    | 2026-06-20
            2025-12-11 | It comes in the summer of 2026.         | 2027-03-20
            """)
    void readsSeasonsOfTheSouthForWritersThere(LocalDate published, String words, LocalDate date) {
        assertEquals(date, new Deadlines(EventDates.NONE, Hemisphere.SOUTHERN).in(words, published).date());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It opens by the end of 2026.    | by the end of 2026
            Over the next two years, no.    | Over the next two years
            He goes before the midterms.    | before the midterms
            Expect it in March or April.    | in March or April
            Rain this winter.               | this winter
            """)
    void marksTheWords(String sentence, String words) {
        assertEquals(words, DEADLINES.in(sentence, PUBLISHED).text());
    }

    @Test
    void inheritsFromTheNearestThatNamesOne() {
        Scope sentence = new Scope("Oil falls.", 100);
        Scope item = new Scope("Oil falls. By 2027 it is cheap.", 100);
        Scope heading = new Scope("By 2030:", 80);
        Scope title = new Scope("Predictions for 2026", -1);

        Deadline own = DEADLINES.of(List.of(new Scope("It falls by 2027.", 40), heading), PUBLISHED, null);
        assertEquals(new Deadline("by 2027", 49, 56, LocalDate.parse("2027-12-31"), PUBLISHED, Rule.INTERPRETED), own);
        assertEquals(LocalDate.parse("2027-12-31"), DEADLINES.of(List.of(sentence, item, heading), PUBLISHED, null).date());
        assertEquals(new Deadline("By 2030", 80, 87, LocalDate.parse("2030-12-31"), PUBLISHED, Rule.INHERITED),
                DEADLINES.of(List.of(sentence, heading, title), PUBLISHED, own));
        assertEquals(new Deadline("Predictions for 2026", -1, -1, LocalDate.parse("2026-12-31"),
                LocalDate.parse("2026-01-01"), Rule.INHERITED), DEADLINES.of(List.of(sentence, title), PUBLISHED, own));
        assertEquals(new Deadline("by 2027", 49, 56, LocalDate.parse("2027-12-31"), PUBLISHED, Rule.INHERITED),
                DEADLINES.of(List.of(sentence), PUBLISHED, own));
        assertNull(DEADLINES.of(List.of(sentence), PUBLISHED, null));
    }

    /** A convention of ours is weaker than a date that the heading names. */
    @Test
    void inheritsADateRatherThanToReadOneIntoSoon() {
        assertEquals(LocalDate.parse("2030-12-31"), DEADLINES.of(
                List.of(new Scope("It soon falls.", 100), new Scope("By 2030:", 80)), PUBLISHED, null).date());
        assertEquals(Rule.DEFAULT, DEADLINES.of(List.of(new Scope("It soon falls.", 100)), PUBLISHED, null).rule());
    }

    @Property
    void anyTextIsReadWithoutFailingAndEveryDateIsToCome(@ForAll("texts") String text, @ForAll("days") LocalDate day) {
        for (Deadline each : DEADLINES.all(text, day)) {
            assertTrue(!each.date().isBefore(day) && !each.earliest().isBefore(day) && !each.earliest().isAfter(each.date()));
            assertEquals(text.substring(each.start(), each.end()), each.text());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("by", "before", "in", "the", "end of", "2030", "March", "29", "February", "31", "June", "next",
                "this", "winter", "of", "year", "Q3", "H1", "99999999999", "0", "18", "months", "decades", "within", "and", "–",
                "to", "early", "mid-", "2020s", "midterms", "not", "until", ",", ".", "’", "/", "26", "Friday", "\uD83D\uDE00",
                "first", "half", "\n", "0000-00-00", "99/99/9999", "a", "couple of", "ahead", "Easter", "\uD83D")
                .list().ofMaxSize(25).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(LocalDate.of(1800, 1, 1).toEpochDay(), LocalDate.of(2300, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
