package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of a part of a time before the time itself: "the end of", "mid-", "the third quarter of". */
final class Parts {

    private record Part(Pattern words, boolean closes, BiFunction<Matcher, Span, Span> cut) {
    }

    private static final int LOOKED_AT = 32;
    /** "Before the year is out". */
    private static final Pattern CLOSED_AFTER = Pattern.compile(" (?:is out|is over|ends)\\b", CASE_INSENSITIVE);
    private static final List<Part> ALL = List.of(
            part("(?:the )?(?:very )?(?:end|close) of (?:the year )?(?:the )?|year[- ]end (?:of )?|EOY |end[- ]", true,
                    (m, span) -> span.end()),
            part("(?:the )?(?:rest|remainder) of |later (?:in )?", true, (m, span) -> span.rest()),
            part("(?:the )?(?:early|beginning of|start of)[- ](?:in )?(?:the )?", false, (m, span) -> span.early()),
            part("(?:the )?(?:middle of (?:the )?|mid[- ]?)", true, (m, span) -> span.middle()),
            part("(?:the )?late[- ](?:in )?(?:the )?", true, (m, span) -> span.late()),
            part("(?:the )?(first|second|latter|last) half of (?:the )?", false,
                    (m, span) -> span.half(ordinal(m.group(1), 2))),
            part("H([12]) (?:of )?", false, (m, span) -> span.half(Integer.parseInt(m.group(1)))),
            part("(?:the )?(first|second|third|fourth|final|last) quarter of (?:the )?", false,
                    (m, span) -> span.unit() == Span.Unit.YEAR ? span.quarter(ordinal(m.group(1), 4)) : span),
            part("Q([1-4]),? (?:of )?", false,
                    (m, span) -> span.unit() == Span.Unit.YEAR ? span.quarter(Integer.parseInt(m.group(1))) : span),
            part("(?:the )?(first|last) week of (?:the )?", true, (m, span) -> span.week(m.group(1).equalsIgnoreCase("last"))),
            part("(?:the )?first (" + Numerals.PATTERN + ") months of (?:the )?", false,
                    (m, span) -> span.unit() == Span.Unit.YEAR && Numerals.value(m.group(1)) <= 12
                            ? span.firstMonths(Numerals.value(m.group(1)))
                            : span));

    /** With which the words of a part end; most times have none of them before them, which is soon seen. */
    private static final Set<String> LAST_WORDS = Set.of("of", "the", "end", "year", "eoy", "later", "in", "early", "mid",
            "middle",
            "late", "h1", "h2", "q1", "q2", "q3", "q4");

    private Parts() {
    }

    private static Part part(String words, boolean closes, BiFunction<Matcher, Span, Span> cut) {
        return new Part(Pattern.compile("(?<![\\w-])(?:" + words + ")$", CASE_INSENSITIVE), closes, cut);
    }

    /** 1 for the first; the last is that of so many. */
    static int ordinal(String word, int last) {
        int index = List.of("first", "second", "third", "fourth").indexOf(word.toLowerCase(Locale.ROOT));
        return index < 0 ? last : index + 1;
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && at - end < LOOKED_AT && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1)) && end - begin < LOOKED_AT) {
            begin--;
        }
        return text.substring(begin, end).toLowerCase(Locale.ROOT);
    }

    /**
     * The words with those of their part before them.
     *
     * @param needsOne without any they are no time
     */
    static Token before(String text, Matcher m, Span whole, boolean needsOne) {
        int start = m.start();
        Span span = whole;
        boolean closed = false;
        boolean any = false;
        for (int found = start; found >= 0;) {
            start = found;
            found = -1;
            if (!LAST_WORDS.contains(wordBefore(text, start))) {
                break;
            }
            for (Part part : ALL) {
                Matcher words = part.words.matcher(text).region(Math.max(0, start - LOOKED_AT), start)
                        .useTransparentBounds(true);
                if (found < 0 && words.find()) {
                    found = words.start();
                    span = part.cut.apply(words, span);
                    closed = part.closes;
                    any = true;
                }
            }
        }
        Matcher closing = CLOSED_AFTER.matcher(text).region(m.end(), text.length());
        boolean closedAfter = closing.lookingAt();
        if (needsOne && !any && !closedAfter) {
            return Tokens.nothing(m);
        }
        return new Token(start, closedAfter ? closing.end() : m.end(), span, closed || closedAfter, null);
    }
}
