package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.extract.Deadline.Rule;

/** So long from the day of publication: "within 18 months", "in the coming weeks", "soon". */
final class Durations {

    private static final String[] UNITS = { "hour", "day", "week", "month", "quarter", "year", "decade", "century",
            "fortnight" };
    private static final String ABOUT = "(?:about |around |roughly |some |only |just |at most |less than |under |the |next )*";
    private static final String NOT_FROM_ELSEWHERE = "(?!\\s+(?:of|after|before|since|ago|earlier|later|older|old)\\b)(?![\\w-])";
    private static final String COUNT = "(?<n>" + Numerals.PATTERN + ")(?:\\s*(?:-|–|to|or)\\s*(?<m>" + Numerals.PATTERN
            + "))?[\\s-]+(?<unit>hour|day|week|month|quarter|year|decade|century|fortnight)s?(?<more> or two| and a half| or so)?(?:'s?)?";
    private static final Pattern COUNTED = pattern(
            "(?:(?<in>in|for another|for the (?:next|coming)|for at least another)|within|"
                    + "over|inside|during|(?:in|over|during|within) the (?:next|coming|following|course of|span of|space of)|"
                    + "(?:the )?(?:next|coming))\\s+" + ABOUT + COUNT + "(?: time| from now| hence| ahead)?"
                    + NOT_FROM_ELSEWHERE);
    private static final Pattern FROM_NOW = pattern(COUNT + " (?:from now|from today|hence)\\b");
    private static final Pattern THIS_TIME = pattern("(?:by |at )?this time next year\\b");
    private static final Pattern NEXT_UNIT = pattern("(?:(?:in|over|within|during|for|by) )?the (?:next|coming) "
            + "(?<unit>day|week|month|quarter|year|decade|century)(?<more> or two| or so)?" + NOT_FROM_ELSEWHERE
            + "|(?:(?:in|over|during) )the (?<ahead>week|month|year|decade) ahead\\b|within the (?<within>year|decade)"
            + NOT_FROM_ELSEWHERE);
    private static final Pattern PLURAL = pattern("(?:(?:in|over|within|during|for) )?(?:the )?(?:next|coming) (?<coming>%1$s)|"
            .formatted("days|weeks|months|years|decades") + "(?:(?:in|over|during|for) )?(?:the )?(?<ahead>days|weeks|months|"
            + "years|decades) (?:ahead|to come)\\b|(?:within|in a matter of) (?:a matter of )?"
            + "(?<within>days|weeks|months|years|decades)" + NOT_FROM_ELSEWHERE);
    private static final Pattern ANY_DAY = pattern("\\b(?:any day now|any moment now|imminent(?:ly)?)\\b");
    private static final Pattern SOON = pattern("(?<!\\b(?:as|too|how|so|no)\\s)\\b(?:soon|shortly|before long)\\b"
            + "(?!\\s+(?:after|as|before|following|enough)\\b)");
    private static final Pattern TERM = pattern("\\b(?:(?:in|over|for) )?the (?:(?<near>near future|near term|short term|"
            + "short run)|(?<medium>medium term|foreseeable future))\\b");
    /** "The first in 20 years", "the lowest in a decade", "once in a century" look back. */
    private static final Pattern LOOKS_BACK = pattern(
            "\\b(?:first|second|third|time|times|once|twice|only|highest|lowest|worst|"
                    + "best|biggest|largest|smallest|fastest|slowest|strongest|weakest|longest|shortest|hottest|coldest|deepest|"
                    + "steepest|sharpest|most|least|greatest|warmest|wettest|driest|deadliest|seen|unseen)"
                    + "(?:\\s+(?!will|would|may|might|could|shall)[\\w'-]+){0,4}\\s+$");
    private static final Map<String, Period> SEVERAL = Map.of("day", Period.ofDays(14), "week", Period.ofDays(60), "month",
            Period.ofMonths(6), "year", Period.ofYears(5), "decade", Period.ofYears(25));

    private final String text;
    private final LocalDate published;
    private final Tokens tokens;

    private Durations(String text, LocalDate published, Tokens tokens) {
        this.text = text;
        this.published = published;
        this.tokens = tokens;
    }

    static void find(String text, LocalDate published, Tokens tokens) {
        Durations durations = new Durations(text, published, tokens);
        if (tokens.has(UNITS)) {
            durations.find();
        }
        tokens.each(ANY_DAY, m -> durations.until(m, Period.ofDays(14), Rule.INTERPRETED), "any", "imminent");
        tokens.each(SOON, m -> durations.until(m, Period.ofMonths(6), Rule.DEFAULT), "soon", "shortly", "before long");
        tokens.each(TERM,
                m -> durations.until(m, m.group("near") != null ? Period.ofYears(1) : Period.ofYears(3), Rule.DEFAULT),
                "near future", "term", "run", "foreseeable");
    }

    private void find() {
        tokens.each(THIS_TIME, m -> until(m, Period.ofYears(1), Rule.STATED));
        tokens.each(FROM_NOW, this::counted);
        tokens.each(COUNTED, m -> m.group("in") != null && looksBack(m) ? Tokens.nothing(m) : counted(m));
        tokens.each(NEXT_UNIT, this::nextUnit);
        tokens.each(PLURAL, m -> until(m, SEVERAL.get(unit(first(m, "coming", "ahead", "within")).replaceAll("s$", "")),
                Rule.INTERPRETED));
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile("(?<![\\w-])(?:" + expression + ")", CASE_INSENSITIVE);
    }

    private static String unit(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String first(Matcher m, String... groups) {
        for (String group : groups) {
            if (m.group(group) != null) {
                return m.group(group);
            }
        }
        throw new IllegalArgumentException("none of the groups has matched");
    }

    private boolean looksBack(Matcher m) {
        return LOOKS_BACK.matcher(text).region(Math.max(0, m.start() - 80), m.start()).find();
    }

    private Token counted(Matcher m) {
        String n = m.group("n");
        String more = m.group("more");
        boolean open = m.group("m") != null || isOpen(more) || Numerals.isVague(n);
        Rule rule = open ? Rule.INTERPRETED : Rule.STATED;
        if (n.toLowerCase(Locale.ROOT).startsWith("half")) {
            return until(m, half(unit(m.group("unit"))), rule);
        }
        int count = Numerals.value(m.group("m") == null || isHalf(m.group("m")) ? n : m.group("m"))
                + (" or two".equals(more) ? 1 : 0);
        Period period = times(count, unit(m.group("unit")));
        return until(m, " and a half".equals(more) ? period.plus(half(unit(m.group("unit")))) : period, rule);
    }

    private static boolean isOpen(String more) {
        return " or two".equals(more) || " or so".equals(more);
    }

    private static boolean isHalf(String numeral) {
        return numeral.toLowerCase(Locale.ROOT).startsWith("half");
    }

    private Token nextUnit(Matcher m) {
        boolean orTwo = " or two".equalsIgnoreCase(m.group("more"));
        return until(m, times(orTwo ? 2 : 1, unit(first(m, "unit", "ahead", "within"))), Rule.INTERPRETED);
    }

    private static Period times(int n, String unit) {
        return switch (unit) {
            case "hour" -> Period.ofDays((n + 23) / 24);
            case "day" -> Period.ofDays(n);
            case "week" -> Period.ofDays(7 * n);
            case "month" -> Period.ofMonths(n);
            case "quarter" -> Period.ofMonths(3 * n);
            case "year" -> Period.ofYears(n);
            case "fortnight" -> Period.ofDays(14 * n);
            case "century" -> Period.ofYears(100 * n);
            default -> Period.ofYears(10 * n);
        };
    }

    private static Period half(String unit) {
        return switch (unit) {
            case "hour", "day" -> Period.ofDays(1);
            case "week" -> Period.ofDays(4);
            case "month" -> Period.ofDays(15);
            case "quarter" -> Period.ofDays(45);
            case "year" -> Period.ofMonths(6);
            case "fortnight" -> Period.ofDays(7);
            case "century" -> Period.ofYears(50);
            default -> Period.ofYears(5);
        };
    }

    private Token until(Matcher m, Period period, Rule rule) {
        try {
            LocalDate last = published.plus(period);
            return last.getYear() > Tokens.LAST_YEAR ? Tokens.nothing(m)
                    : new Token(m.start(), m.end(), new Span(Span.Unit.DAY, published, last, true, true), true, rule);
        } catch (DateTimeException e) {
            return Tokens.nothing(m);
        }
    }
}
