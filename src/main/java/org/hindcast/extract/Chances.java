package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a sentence that can say how likely something is, each with the words that widen it: "60 to 70%", "less than
 * 10 percent", ".7", "one in four", "three to one against". Whether one does say so, {@link Stated} finds.
 */
final class Chances {

    enum Form {
        PERCENT,
        DECIMAL,
        /** One in four, 7/10, two thirds, 70/30. */
        RATIO,
        /** Odds with their side: three to one against, 3:1 on. */
        SIDED,
        /** Odds that do not say of what: 4-1. */
        ODDS,
        /** A number and nothing else. */
        WHOLE
    }

    /**
     * @param start in the sentence
     * @param end exclusive
     * @param range null where it is no probability (140 %) or leaves open which it is (4-1)
     */
    record Chance(int start, int end, Form form, Likelihood.Range range) {

        boolean isCertainty() {
            return range != null && range.high() == 1 && (range.low() == 1 || range.low() == 0);
        }
    }

    private static final String AT_LEAST = "at least|no less than|not less than|no fewer than|more than|(?:well )?over|(?:well )?above|"
            + "greater than|higher than|better than|upwards? of|north of|>=?|≥";
    private static final String AT_MOST = "at most|no more than|not more than|no (?:higher|greater) than|not over|less than|fewer than|"
            + "lower than|smaller than|(?:well )?under|(?:well )?below|up to|south of|<=?|≤";
    private static final String ABOUT = "roughly|about|around|approximately|approx\\.?|nearly|almost|just (?:over|under|above|below)|close to|"
            + "circa|maybe|perhaps|something like|some|~|≈";
    private static final String WORD = "(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|"
            + "eight|nine))?|(?:a|one) hundred|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
            + "sixteen|seventeen|eighteen|nineteen)(?![a-z])";
    private static final String NUMBER = "(?:\\d{1,4}(?:\\.\\d{1,3})?|\\.\\d{1,3}|" + WORD + ")";
    private static final String COUNT = "(?:\\d{1,3}(?:,\\d{3})+|\\d{1,7}|" + WORD + ")";
    private static final String SIGN = "[ -]?(?:%|percent\\b|per[ -]cent\\b|pct\\b)(?![ -]?points?\\b)";
    private static final String DECIMAL = "\\d{0,3}\\.\\d{1,4}";
    private static final String DASH = " ?(?:-|–|—|to|or) ?";
    private static final Pattern CHANCE = Pattern.compile("(?:(?<least>" + AT_LEAST + ")\\s*|(?<most>" + AT_MOST + ")\\s*|(?:"
            + ABOUT
            + ")\\s*)?(?:(?<=\\s)(?:an?|the) )?(?<![\\p{L}\\d.,$€£])(?<minus>(?<=\\s)-)?(?:"
            + "(?:between (?<p1>" + NUMBER + ")(?:" + SIGN + ")? and (?<p2>" + NUMBER + ")" + SIGN
            + "|(?<p3>" + NUMBER + ")(?:" + SIGN + ")?" + DASH + "(?<p4>" + NUMBER + ")" + SIGN
            + "|(?<p5>" + NUMBER + ")" + SIGN + ")"
            + "|(?:between (?<d1>" + DECIMAL + ") and (?<d2>" + DECIMAL + ")|(?<d3>" + DECIMAL + ")(?:" + DASH + "(?<d4>"
            + DECIMAL
            + "))?)(?![\\d%])"
            + "|(?<rn>" + COUNT
            + "|a)[ -](?:(?:times?|chances?) )?(?:in|out of)[ -](?<rm>(?:a )?(?:hundred|thousand|million)\\b|" + COUNT + ")"
            + "|(?<fn>a|one|two|three|four|nine)[ -](?<fm>half|third|quarter|fifth|tenth)s?\\b"
            + "|(?<on>" + COUNT + ")(?:[-–:/]|[ -]to[ -])(?<om>" + COUNT
            + ")(?![.,]?\\d| ?(?:%|per ?cent))(?<side> (?:against|on|in favou?r)\\b)?"
            + "|(?<whole>\\d{1,4})(?!\\d|[.,/:]\\d|%))"
            + "(?<up> ?\\+(?!\\w)| plus\\b| or (?:more|higher|better|above|greater)\\b)?(?<down> or (?:less|lower|below|under|fewer)\\b)?"
            + "(?: or so\\b)?", CASE_INSENSITIVE);
    private static final List<String> PARTS = List.of("half", "third", "quarter", "fifth", "tenth");
    private static final int[] PART_OF = { 2, 3, 4, 5, 10 };
    private static final int YEARS_FROM = 1900;
    private static final int YEARS_TO = 2100;

    private Chances() {
    }

    static List<Chance> in(String plain) {
        List<Chance> found = new ArrayList<>();
        Matcher matcher = CHANCE.matcher(plain);
        while (matcher.find()) {
            Chance chance = chance(matcher);
            if (chance != null) {
                found.add(chance);
            }
        }
        return found;
    }

    private static Chance chance(Matcher m) {
        Form form;
        Likelihood.Range range;
        if (m.group("p1") != null || m.group("p3") != null || m.group("p5") != null) {
            form = Form.PERCENT;
            range = m.group("p5") != null ? bounded(m, number(m.group("p5")) / 100)
                    : m.group("p1") != null ? range(number(m.group("p1")) / 100, number(m.group("p2")) / 100)
                            : range(number(m.group("p3")) / 100, number(m.group("p4")) / 100);
        } else if (m.group("d1") != null || m.group("d3") != null) {
            form = Form.DECIMAL;
            range = m.group("d1") != null ? range(number(m.group("d1")), number(m.group("d2")))
                    : m.group("d4") != null ? range(number(m.group("d3")), number(m.group("d4")))
                            : bounded(m, number(m.group("d3")));
        } else if (m.group("rn") != null) {
            form = Form.RATIO;
            double of = number(m.group("rm"));
            // "one in 2027" may be a year
            boolean year = of >= YEARS_FROM && of <= YEARS_TO && !m.group("rm").contains(",");
            range = year ? null : bounded(m, number(m.group("rn")) / of);
        } else if (m.group("fn") != null) {
            form = Form.RATIO;
            range = bounded(m, number(m.group("fn")) / PART_OF[PARTS.indexOf(m.group("fm").toLowerCase(Locale.ROOT))]);
        } else if (m.group("on") != null) {
            return odds(m);
        } else {
            form = Form.WHOLE;
            range = bounded(m, number(m.group("whole")));
        }
        return new Chance(m.start(), m.end(), form, m.group("minus") == null ? range : null);
    }

    /** Null for "50/50" and "one to one", which are phrases. */
    private static Chance odds(Matcher m) {
        double first = number(m.group("on"));
        double second = number(m.group("om"));
        if (first == second) {
            return null;
        }
        String side = m.group("side");
        if (side != null) {
            double p = (side.endsWith("against") ? second : first) / (first + second);
            return new Chance(m.start(), m.end(), Form.SIDED, bounded(m, p));
        }
        String words = m.group();
        if (first + second == 100) {
            return new Chance(m.start(), m.end(), Form.RATIO, bounded(m, first / 100));
        }
        return words.contains("/") && first < second ? new Chance(m.start(), m.end(), Form.RATIO, bounded(m, first / second))
                : new Chance(m.start(), m.end(), Form.ODDS, null);
    }

    private static Likelihood.Range bounded(Matcher m, double p) {
        if (m.group("least") != null || m.group("up") != null) {
            return range(p, 1);
        }
        return m.group("most") != null || m.group("down") != null ? range(0, p) : range(p, p);
    }

    /** Null where one is no probability, or none that can be kept: what is neither 0 nor 1 is not rounded to it. */
    private static Likelihood.Range range(double one, double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        if (!(low >= 0) || high > 1 || isLost(low) || isLost(high)) {
            return null;
        }
        return new Likelihood.Range(Position.round(low), Position.round((low + high) / 2), Position.round(high));
    }

    private static boolean isLost(double p) {
        double kept = Position.round(p);
        return p != kept && (kept == 0 || kept == 1);
    }

    private static double number(String words) {
        String lower = words.toLowerCase(Locale.ROOT).replaceFirst("^a ", "");
        return switch (lower) {
            case "hundred" -> 100;
            case "thousand" -> 1_000;
            case "million" -> 1_000_000;
            default -> Character.isDigit(lower.charAt(0)) || lower.charAt(0) == '.' ? Double.parseDouble(lower.replace(",", ""))
                    : Numerals.value(lower);
        };
    }
}
