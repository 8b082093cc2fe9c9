package org.hindcast.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DigestHourTest {

    /** Days on which clocks change, the last of February in leap years, and an ordinary one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Kyiv         | 2027-03-28 | 03:30 | 2027-03-28T01:30:00Z
            Europe/Kyiv         | 2027-10-31 | 03:30 | 2027-10-31T00:30:00Z
            America/New_York    | 2027-03-14 | 02:30 | 2027-03-14T07:30:00Z
            America/New_York    | 2027-11-07 | 01:30 | 2027-11-07T05:30:00Z
            Australia/Lord_Howe | 2027-10-03 | 02:15 | 2027-10-02T15:45:00Z
            Australia/Lord_Howe | 2027-04-04 | 01:45 | 2027-04-03T14:45:00Z
            America/Santiago    | 2027-09-05 | 00:00 | 2027-09-05T04:00:00Z
            Asia/Kathmandu      | 2028-02-29 | 08:00 | 2028-02-29T02:15:00Z
            UTC                 | 2028-02-29 | 23:59 | 2028-02-29T23:59:00Z
            America/Nuuk        | 2027-03-27 | 23:00 | 2027-03-28T00:59:00Z
            America/Nuuk        | 2027-03-28 | 23:00 | 2027-03-29T00:00:00Z
            Pacific/Kiritimati  | 2027-06-15 | 08:00 | 2027-06-14T18:00:00Z
            """)
    void onceThatDay(String zone, LocalDate day, LocalTime at, Instant expected) {
        DigestHour hour = new DigestHour(ZoneId.of(zone), at);
        List<Instant> of = hours(hour, day.minusDays(2).atStartOfDay(ZoneId.of(zone)).toInstant(), 5).stream()
                .filter(instant -> hour.dateOf(instant).equals(day)).toList();
        assertEquals(List.of(expected), of);
    }

    /** Samoa left out a whole day; its digest comes with the next one. */
    @ParameterizedTest
    @CsvSource({ "Pacific/Apia, 2011-12-29, 2011-12-31" })
    void aDayThatDoesNotExistHasNone(String zone, LocalDate before, LocalDate after) {
        DigestHour hour = new DigestHour(ZoneId.of(zone), LocalTime.of(8, 0));
        Instant first = hour.after(before.atStartOfDay(ZoneId.of(zone)).toInstant());
        assertEquals(before, hour.dateOf(first));
        assertEquals(after, hour.dateOf(hour.after(first)));
    }

    /** Wherever one lives and whatever the hour: every day of a year has one, and none has two. */
    @Property(tries = 200)
    void everyDayHasOne(@ForAll @IntRange(min = 0, max = 599) int zone, @ForAll @IntRange(min = 0, max = 1439) int minute) {
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        DigestHour hour = new DigestHour(ZoneId.of(zones.get(zone % zones.size())), LocalTime.ofSecondOfDay(minute * 60L));
        List<Instant> year = hours(hour, Instant.parse("2027-01-01T00:00:00Z"), 366);
        List<LocalDate> days = year.stream().map(hour::dateOf).toList();
        for (int i = 1; i < days.size(); i++) {
            assertEquals(days.get(i - 1).plusDays(1), days.get(i), hour::toString);
            assertTrue(year.get(i).isAfter(year.get(i - 1)));
            assertTrue(Duration.between(year.get(i - 1), year.get(i)).toHours() <= 26);
        }
    }

    private static List<Instant> hours(DigestHour hour, Instant from, int count) {
        List<Instant> found = new ArrayList<>();
        Instant at = from;
        for (int i = 0; i < count; i++) {
            at = hour.after(at);
            found.add(at);
        }
        return found;
    }
}
