package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what names days on the calendar: years and their parts, months, days, seasons, feasts, events. */
final class CalendarWords {

    private static final String YEAR = "(?:1[89]|2[0-2])\\d\\d";
    private static final String MONTH = "(?:[Jj]anuary|[Ff]ebruary|March|[Aa]pril|May|[Jj]une|[Jj]uly|August|[Ss]eptember|"
            + "[Oo]ctober|[Nn]ovember|[Dd]ecember|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|"
            + "DECEMBER|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)(?!\\w)";
    private static final String IN_YEAR = "(?:,?\\s+(?:of\\s+)?(" + YEAR + "|this year|next year)\\b)?";
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
            "nov",
            "dec");
    private static final String WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    /** What is counted by numbers that look like years. */
    private static final String COUNTED = "(?:more |new |additional |other )?(?:troops|soldiers|people|men|women|children|voters|"
            + "votes|seats|jobs|homes|houses|cases|deaths|points|dollars|euros|pounds|percent|per cent|tonnes|tons|barrels|"
            + "kilometres|km|miles|metres|meters|feet|units|cars|workers|members|times|million|billion|trillion|MW|GW|kg|hours|"
            + "days|weeks|tanks|drones|missiles|ships|planes|companies|banks|schools|students|patients|words|GMT|UTC|CET|EST)\\b";

    private static final Pattern FISCAL = Pattern
            .compile("\\b(?:(?:in |by |of )?Q[1-4]\\s+)?FY\\s?'?\\d{2,4}\\b|\\b(?:fiscal|financial|tax|"
                    + "academic|school)(?:[ -]years?)?(?:\\s+" + YEAR + "(?:\\s?[/–-]\\s?\\d{2,4})?)?\\b", CASE_INSENSITIVE);
    private static final Pattern SPLIT_YEAR = Pattern
            .compile("\\b" + YEAR + "\\s?[/–-]\\s?\\d\\d\\b(?![-\\d])|\\b" + YEAR + "/" + YEAR
                    + "\\b");
    private static final Pattern NO_DATE = Pattern
            .compile("\\b\\d{1,2}/\\d{1,2}\\b(?!/)|\\b\\d{1,2}:\\d{2}\\b|[$€£]\\s?" + YEAR + "\\b|\\b"
                    + YEAR + "(?:\\s?%|\\s+" + COUNTED + "|[,.]\\d)", CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("\\b(" + YEAR + ")-(\\d\\d)-(\\d\\d)\\b");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
    private static final Pattern DAYS_OF_MONTH = Pattern
            .compile("\\b(?:between (?:the )?)?" + DAY + "\\s*(?:and|to|[-–])\\s*" + DAY
                    + "\\s+(" + MONTH + ")" + IN_YEAR);
    private static final Pattern DAY_MONTH = Pattern
            .compile("(?:\\b" + WEEKDAY + ",?\\s+)?\\b(?:the )?" + DAY + "\\s+(?:of\\s+)?("
                    + MONTH + ")" + IN_YEAR);
    private static final Pattern MONTH_DAY = Pattern.compile("(?:\\b" + WEEKDAY + ",?\\s+)?\\b(" + MONTH + ")\\s+" + DAY
            + "\\b(?!\\s*%|,\\d|\\.\\d|\\s+(?!is|was|as|has|this)[a-z]+s\\b)" + IN_YEAR);
    private static final Pattern BARE_MONTH = Pattern.compile("(?:\\b([Tt]his|[Nn]ext|[Ll]ast|[Cc]oming)\\s+)?\\b(" + MONTH
            + ")" + IN_YEAR);
    private static final Pattern YEAR_OF_NEXT_MONTH = Pattern
            .compile("\\s*(?:and|or|to|-|–)\\s*" + MONTH + "(?:,|\\s+of)?\\s+(" + YEAR
                    + ")\\b");
    private static final Pattern QUARTER_OF_SHORT_YEAR = Pattern
            .compile("\\bQ([1-4])\\s*'?(\\d\\d)\\b|\\b([1-4])Q\\s?(?:20)?(\\d\\d)\\b");
    private static final Pattern DECADE = Pattern.compile("\\b(?:the )?(" + YEAR.replace("\\d\\d", "\\d0") + ")'?s\\b");
    private static final Pattern THIS_DECADE = Pattern.compile("\\b(the|this) (decade|century)\\b|(?<=\\bmid-)(century)\\b",
            CASE_INSENSITIVE);
    private static final Pattern RELATIVE_YEAR = Pattern.compile(
            "\\b(?:(?<end>(?:the )?year'?s?[- ]end|EOY|end of (?:the )?year)"
                    + "(?!\\s+(?:of )?" + YEAR + ")|(?<afterNext>the year after next)|(?<orNext>this year or next(?: year)?)|"
                    + "(?<!the )(?<next>next year)|(?<now>this year)|(?<the>the year)(?!\\s+" + YEAR + "))\\b",
            CASE_INSENSITIVE);
    private static final Pattern YEAR_NUMBER = Pattern.compile("\\b(?:the year |year )?(?<![\\d.,/:$€£])(" + YEAR
            + ")(?![\\w/%]|:\\d)|(?<=\\b(?:by|in|before|until) )'(\\d\\d)\\b", CASE_INSENSITIVE);
    private static final Pattern BARE_QUARTER = Pattern.compile(
            "\\bQ([1-4])\\b|\\b(?:the )?(first|second|third|fourth|final) quarter\\b",
            CASE_INSENSITIVE);
    private static final Pattern RELATIVE_UNIT = Pattern
            .compile("\\b(?<!the )(this|next|the)\\s+(quarter|month|week|weekend)\\b(?!\\s+of\\b)"
                    + "|\\b(month)'?s?[- ]end\\b", CASE_INSENSITIVE);
    private static final Pattern NEAR = Pattern.compile(
            "\\b(?:(the day after tomorrow)|(?<!\\bof )(tomorrow)(?!')|(tonight))\\b",
            CASE_INSENSITIVE);
    private static final Pattern ON_WEEKDAY = Pattern.compile("\\b(?:(this|next|last|coming)\\s+)?(" + WEEKDAY + ")\\b(?!')",
            CASE_INSENSITIVE);

    private final String text;
    private final LocalDate published;
    private final Hemisphere hemisphere;
    private final Tokens tokens;

    private CalendarWords(String text, LocalDate published, Hemisphere hemisphere, Tokens tokens) {
        this.text = text;
        this.published = published;
        this.hemisphere = hemisphere;
        this.tokens = tokens;
    }

    static void find(String text, LocalDate published, EventDates events, Hemisphere hemisphere, Tokens tokens) {
        new CalendarWords(text, published, hemisphere, tokens).find(events);
    }

    private void find(EventDates events) {
        Matcher named = events.in(text);
        if (named != null) {
            tokens.each(named, m -> token(m, event(events.date(m, published))));
        }
        tokens.each(FISCAL, Tokens::nothing, "fy", "fiscal", "financial", "tax", "academic", "school");
        if (tokens.has(Tokens.DIGITS)) {
            dates();
        }
        if (tokens.has(SeasonsAndFeasts.WORDS)) {
            SeasonsAndFeasts.find(text, published, hemisphere, tokens);
        }
        tokens.each(BARE_MONTH, m -> parted(m, month(m), false));
        tokens.each(QUARTER_OF_SHORT_YEAR, m -> token(m, m.group(1) != null ? quarter(m.group(1), m.group(2))
                : quarter(m.group(3), m.group(4))), Tokens.DIGITS);
        tokens.each(DECADE, m -> parted(m, decade(Integer.parseInt(m.group(1)), true), false), Tokens.DIGITS);
        tokens.each(THIS_DECADE, m -> parted(m, thisDecade(m), "the".equalsIgnoreCase(m.group(1))), "decade", "century");
        tokens.each(RELATIVE_YEAR, this::relativeYear, "year", "eoy");
        tokens.each(YEAR_NUMBER, m -> parted(m, year(m.group(1) != null ? Integer.parseInt(m.group(1))
                : 2000 + Integer.parseInt(m.group(2)), m.group(1) != null, m.end() - m.start() > 5), false), Tokens.DIGITS);
        tokens.each(RELATIVE_UNIT, this::relativeUnit, "quarter", "month", "week");
        tokens.each(BARE_QUARTER, m -> parted(m, nextQuarter(m), false), "quarter", "q1", "q2", "q3", "q4");
        tokens.each(NEAR,
                m -> token(m, Span.day(published.plusDays(m.group(1) != null ? 2 : m.group(2) != null ? 1 : 0), true)),
                "tomorrow", "tonight");
        tokens.each(ON_WEEKDAY, m -> token(m, weekday(m)), "day");
    }

    private void dates() {
        tokens.each(ISO, m -> token(m, date(m.group(1), m.group(2), m.group(3))));
        tokens.each(SPLIT_YEAR, Tokens::nothing);
        tokens.each(NO_DATE, Tokens::nothing);
        tokens.each(NUMERIC, m -> token(m, numeric(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), m.group(4))));
        tokens.each(DAYS_OF_MONTH, this::daysOfMonth);
        tokens.each(DAY_MONTH, m -> token(m, day(m.group(3), m.group(2), m.group(1))));
        tokens.each(MONTH_DAY, m -> token(m, day(m.group(3), m.group(1), m.group(2))));
    }

    private static Token token(Matcher m, Span span) {
        return new Token(m.start(), m.end(), span, span != null && span.unit() == Span.Unit.DAY, null);
    }

    /**
     * With what is said of its part before it: "the first quarter of", "late".
     *
     * @param needsOne without any it is no time
     */
    private Token parted(Matcher m, Span span, boolean needsOne) {
        return span == null ? Tokens.nothing(m)
                : Parts.before(text, m, text.startsWith("'s ", m.end()) ? span.unsure() : span, needsOne);
    }

    private static Span event(LocalDate date) {
        return date == null ? null : new Span(Span.Unit.EVENT, date, date, false, true);
    }

    private static Span date(String year, String month, String day) {
        return date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Span date(int year, int month, int day) {
        try {
            return Span.day(LocalDate.of(year, month, day), true);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Which of the two is the month is known only where the other cannot be. */
    private static Span numeric(int a, int b, String year) {
        int y = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
        return a == b || b > 12 ? date(y, a, b) : a > 12 ? date(y, b, a) : null;
    }

    private Token daysOfMonth(Matcher m) {
        Span first = day(m.group(4), m.group(3), m.group(1));
        Span last = day(m.group(4), m.group(3), m.group(2));
        return token(m, first == null || last == null ? null : first.to(last, true));
    }

    private int year(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "this year" -> published.getYear();
            case "next year" -> published.getYear() + 1;
            default -> Integer.parseInt(words);
        };
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** Without a year, the next one there is: within half a year it is that one. */
    private Span day(String year, String monthName, String dayNumber) {
        int month = month(monthName);
        int day = Integer.parseInt(dayNumber);
        if (year != null) {
            return date(year(year), month, day);
        }
        for (int y = published.getYear(); y <= published.getYear() + 8; y++) {
            Span read = date(y, month, day);
            if (read != null && !read.first().isBefore(published)) {
                return published.plusDays(183).isBefore(read.first()) ? read.unsure() : read;
            }
        }
        return null;
    }

    private Span month(Matcher m) {
        int month = month(m.group(2));
        String which = m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT);
        String year = m.group(3) != null ? m.group(3) : yearOfTheOther(m);
        if (year != null) {
            return which.isEmpty() ? Span.month(LocalDate.of(year(year), month, 1), true, false) : null;
        }
        YearMonth now = YearMonth.from(published);
        YearMonth here = YearMonth.of(published.getYear(), month);
        YearMonth next = here.isBefore(now) ? here.plusYears(1) : here;
        return switch (which) {
            case "last" -> null;
            case "this" -> here.isBefore(now) ? null : Span.month(here.atDay(1), true, true);
            // said in January, next March may be two months or fourteen away
            case "next" -> here.isAfter(now) ? null : Span.month(here.plusYears(1).atDay(1), false, true);
            default -> Span.month(next.atDay(1), false, false);
        };
    }

    private String yearOfTheOther(Matcher m) {
        Matcher other = YEAR_OF_NEXT_MONTH.matcher(text).region(m.end(), text.length());
        return other.lookingAt() ? other.group(1) : null;
    }

    private static Span quarter(String number, String year) {
        int n = Integer.parseInt(number);
        return Span.months(2000 + Integer.parseInt(year), 3 * n - 2, 3 * n, true);
    }

    private static Span decade(int first, boolean sure) {
        return Span.years(Span.Unit.DECADE, first, first + 9, sure, false);
    }

    private Span thisDecade(Matcher m) {
        boolean century = !"decade".equalsIgnoreCase(m.group(2));
        int first = century ? published.getYear() - Math.floorMod(published.getYear() - 1, 100)
                : published.getYear() - published.getYear() % 10;
        return century ? Span.years(Span.Unit.CENTURY, first, first + 99, false, true)
                : decade(first, false).withoutPreposition();
    }

    private Span year(int year, boolean sure, boolean alone) {
        return Span.years(Span.Unit.YEAR, year, year, sure, alone);
    }

    private Token relativeYear(Matcher m) {
        Span now = year(published.getYear(), true, true);
        Span next = year(published.getYear() + 1, true, true);
        if (m.group("end") != null) {
            return new Token(m.start(), m.end(), now.end(), true, null);
        }
        if (m.group("afterNext") != null) {
            return parted(m, year(published.getYear() + 2, true, true), false);
        }
        return m.group("orNext") != null ? token(m, now.to(next, false))
                : parted(m, m.group("next") != null ? next : now, m.group("the") != null);
    }

    private Token relativeUnit(Matcher m) {
        boolean next = "next".equalsIgnoreCase(m.group(1));
        boolean the = m.group(1) == null || "the".equalsIgnoreCase(m.group(1));
        String unit = (m.group(2) == null ? m.group(3) : m.group(2)).toLowerCase(Locale.ROOT);
        LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(next ? 1 : 0);
        Span span = switch (unit) {
            case "quarter" -> quarterOf(published.plusMonths(next ? 3 : 0));
            case "month" -> Span.month(published.plusMonths(next ? 1 : 0), true, true);
            case "week" -> new Span(Span.Unit.WEEK, monday, monday.plusDays(6), true, true);
            default -> new Span(Span.Unit.WEEK, monday.plusDays(5), monday.plusDays(6), true, true);
        };
        if (m.group(3) != null) {
            return new Token(m.start(), m.end(), span.end(), true, null);
        }
        return parted(m, the && unit.equals("weekend") ? span.unsure() : span, the && !unit.equals("weekend"));
    }

    private static Span quarterOf(LocalDate day) {
        int first = (day.getMonthValue() - 1) / 3 * 3 + 1;
        return Span.months(day.getYear(), first, first + 2, true);
    }

    private Span nextQuarter(Matcher m) {
        int n = m.group(1) != null ? Integer.parseInt(m.group(1)) : Parts.ordinal(m.group(2), 4);
        Span here = Span.months(published.getYear(), 3 * n - 2, 3 * n, false);
        return here.last().isBefore(published) ? Span.months(published.getYear() + 1, 3 * n - 2, 3 * n, false) : here;
    }

    private Span weekday(Matcher m) {
        DayOfWeek day = DayOfWeek.valueOf(m.group(2).toUpperCase(Locale.ROOT));
        String which = m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT);
        LocalDate next = published.with(TemporalAdjusters.next(day));
        return switch (which) {
            case "last" -> null;
            case "this", "coming" -> Span.day(published.with(TemporalAdjusters.nextOrSame(day)), true);
            case "next" -> new Span(Span.Unit.DAY, next, next.plusWeeks(1), false, true);
            default -> new Span(Span.Unit.DAY, next, next, false, false);
        };
    }
}
