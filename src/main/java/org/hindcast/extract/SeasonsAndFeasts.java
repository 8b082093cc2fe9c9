package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seasons, and feasts that name a day of each year. */
final class SeasonsAndFeasts {

    static final String[] WORDS = { "spring", "summer", "autumn", "winter", "fall", "christmas", "new year", "easter",
            "thanksgiving",
            "halloween" };

    private static final Pattern SEASON = Pattern.compile(
            "\\b(?:(?<which>this|next|last|coming)\\s+)?(?:(?<south>southern|austral|Australian|"
                    + "Argentine|Argentinian|Chilean|Brazilian|South African|New Zealand)\\s+)?(?:(?<name>spring|summer|autumn|winter)|"
                    + "(?<fall>(?<=\\b(?:this|next|last|coming|by|in the|by the|before the|until the) )fall|fall(?= (?:of )?[12]\\d{3}\\b)))"
                    + "\\b(?!\\s+(?:water|in\\b|of (?![12]\\d{3}\\b)))(?:,?\\s+(?:of\\s+)?(?<year>(?:1[89]|2[0-2])\\d\\d)\\b)?",
            CASE_INSENSITIVE);
    private static final Pattern FEAST = Pattern
            .compile("(?<=\\b(?:by|before|until|over|at|on|this|now and|now to) )(?:(?<christmas>Christmas(?: Day)?)|"
                    + "(?<eve>Christmas Eve)|(?<newYear>New Year(?:'s Day)?)|(?<newYearsEve>New Year's Eve)|(?<easter>Easter(?: Sunday)?)|"
                    + "(?<thanksgiving>Thanksgiving)|(?<halloween>Halloween))\\b(?:,?\\s+(?:of\\s+|in\\s+)?(?<year>(?:1[89]|2[0-2])\\d\\d)\\b)?(?!'|\\s+(?:Eve|season|sales|shopping|dinner|tree|part|holiday|"
                    + "market|present|card|gift|break|period|trading|truce|rush|Island|Sunday))");

    private final LocalDate published;
    private final Hemisphere hemisphere;

    private SeasonsAndFeasts(LocalDate published, Hemisphere hemisphere) {
        this.published = published;
        this.hemisphere = hemisphere;
    }

    static void find(String text, LocalDate published, Hemisphere hemisphere, Tokens tokens) {
        SeasonsAndFeasts here = new SeasonsAndFeasts(published, hemisphere);
        tokens.each(SEASON, m -> {
            Span season = here.season(m);
            return season == null ? Tokens.nothing(m) : Parts.before(text, m, season, false);
        });
        tokens.each(FEAST, m -> {
            LocalDate day = m.group("year") != null ? feast(m, Integer.parseInt(m.group("year")))
                    : here.next(year -> feast(m, year));
            return new Token(m.start(), m.end(), Span.day(day, true), true, null);
        });
    }

    private Span season(Matcher m) {
        Season season = Season.of(m.group("name") != null ? m.group("name") : m.group("fall"))
                .in(m.group("south") != null ? Hemisphere.SOUTHERN : hemisphere);
        String which = m.group("which") == null ? "" : m.group("which").toLowerCase();
        if (m.group("year") != null) {
            int year = Integer.parseInt(m.group("year"));
            return !which.isEmpty() ? null
                    : span(season == Season.WINTER ? LocalDate.of(year, 1, 1) : season.first(year), season.last(year), true);
        }
        int year = season.yearOfNext(published);
        boolean begun = !season.first(year).isAfter(published);
        return switch (which) {
            case "last" -> null;
            // over in this calendar year: the one that was, or the one to come
            case "this" -> !begun && season.last(year - 1).getYear() == published.getYear() ? null
                    : span(season.first(year), season.last(year), true);
            // said in spring, next summer may be two months or fourteen away
            case "next" -> !begun && year == published.getYear() ? null
                    : span(season.first(begun ? year + 1 : year), season.last(begun ? year + 1 : year), true);
            default -> span(season.first(year), season.last(year), false);
        };
    }

    private static Span span(LocalDate first, LocalDate last, boolean alone) {
        return new Span(Span.Unit.SEASON, first, last, false, alone);
    }

    private LocalDate next(IntFunction<LocalDate> ofYear) {
        LocalDate here = ofYear.apply(published.getYear());
        return here.isBefore(published) ? ofYear.apply(published.getYear() + 1) : here;
    }

    private static LocalDate feast(Matcher m, int year) {
        if (m.group("easter") != null) {
            return easter(year);
        }
        if (m.group("thanksgiving") != null) {
            return LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
        }
        return m.group("christmas") != null ? LocalDate.of(year, 12, 25)
                : m.group("eve") != null ? LocalDate.of(year, 12, 24)
                        : m.group("newYear") != null ? LocalDate.of(year, 1, 1)
                                : m.group("halloween") != null ? LocalDate.of(year, 10, 31) : LocalDate.of(year, 12, 31);
    }

    /** Easter Sunday of the Western churches: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int leap = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - leap + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
