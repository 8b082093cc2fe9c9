package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.extract.Deadline.Rule;

/**
 * From words of time to deadlines: the preposition before them says whether they are a bound, and what stands around them
 * whether they bound the claim or speak of something else.
 */
final class Bounds {

    private static final int LOOKED_AT = 160;
    /** A preposition, with all that may stand between it and the time. */
    private static final int LONGEST_PREPOSITION = 60;
    private static final String ABOUT = "(?:about |around |roughly |at least |at the latest |sometime |as late as |some time |the time of |then,? )*(?:the )?";
    private static final Pattern BY = before("by|until|up to|till", ABOUT);
    private static final Pattern BY_THE_END = before(
            "(?:on|in|at|by) or before|no later than|not later than|through|throughout|through to|"
                    + "(?:between|from) now (?:and|until|till|to)",
            "(?:the )?");
    private static final Pattern BEFORE = before("before|prior to|ahead of", "(?:the )?");
    private static final Pattern UNTIL = before("until|till", "(?:the )?");
    private static final Pattern IN = before(
            "in|during|on|over|at|within|come|for the|(?:for )?(?:all|the whole|most) of|throughout|across", "(?:the )?");
    private static final Pattern ABOUT_THEN = before(
            "around|about|circa|roughly|sometime in|some time in|somewhere in|somewhere around", "(?:the )?");
    private static final Pattern PREDICTIONS_FOR = before(
            "(?:predictions?|forecasts?|outlook|expectations|calls|bets)(?: for| of| in)", "(?:the )?");
    private static final Pattern BETWEEN = before("between|from", "(?:the )?");
    private static final Pattern NOT_A_BOUND = before(
            "since|after|from|following|past|beyond|starting|starting in|starting from|beginning|beginning in|as early as|as soon as|"
                    + "earlier than|sooner than|later than|back in|ever since",
            "(?:the )?");
    private static final Pattern CONNECTED = Pattern.compile(
            "\\s*(?:[-–—]|,?\\s*\\b(?:to|and|or)\\b(?:\\s+(?:in|by|during))?(?:\\s+the)?)\\s*",
            CASE_INSENSITIVE);
    private static final Pattern NEGATED = Pattern.compile(
            "(?:\\b(?:not|no|never|nobody|nothing|none|neither)\\b|n't\\b)[^.;!?]*$",
            CASE_INSENSITIVE);
    /** In a clause that says when or if something else happens. */
    private static final Pattern OF_ANOTHER_CLAUSE = Pattern.compile(
            "\\b(?:after|since|following|once|when|whenever|if|unless)\\b[^,;:.!?—()]*$",
            CASE_INSENSITIVE);
    /** The date of what the claim comes before. */
    private static final Pattern OF_ANOTHER_EVENT = Pattern.compile(
            "\\b(?:before|until)\\s+(?:the|his|her|their|its|our|an?)\\s+[\\w'-]+(?:\\s+"
                    + "[\\w'-]+){0,2}\\s+$|(?<!\\b(?:is|are|be|was|were|been|now) )\\b(?:scheduled|slated|planned|due|set|called)\\s+$",
            CASE_INSENSITIVE);
    /** A verb in the past right before, and none of the future in its clause. */
    private static final Pattern PAST = Pattern
            .compile("\\b(?:\\w+ed|began|came|went|took|rose|fell|won|lost|met|left|made|said|saw|grew|held)"
                    + "(?:\\s+(?:only|back|up|down|again|out|over|off))?\\s+$", CASE_INSENSITIVE);
    private static final Pattern FUTURE = Pattern
            .compile("\\b(?:will|would|shall|can|could|may|might|must|should|to|be|is|are|gets?|going|"
                    + "being)\\b|won't|'ll\\b", CASE_INSENSITIVE);
    private static final Pattern OPEN_AFTER = Pattern.compile(
            "\\s*,?\\s*(?:or later|or beyond|and beyond|at the earliest|onwards?\\b|and after|and later)",
            CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile("\\W*(?:the year\\W*)?");
    private static final Pattern HEADING_AFTER = Pattern.compile(
            "\\W*(?:predictions?|forecasts?|outlook|and beyond|the year ahead)?\\W*",
            CASE_INSENSITIVE);

    private final String text;
    private final LocalDate published;

    Bounds(String text, LocalDate published) {
        this.text = text;
        this.published = published;
    }

    private static Pattern before(String words, String then) {
        return Pattern.compile("(?<![\\w-])(?:" + words + ")\\s+" + then + "$", CASE_INSENSITIVE);
    }

    /** @param tokens in the order of the text */
    List<Deadline> of(List<Token> tokens) {
        List<Deadline> bounds = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int last = i;
            Span span = token.span();
            boolean range = startsWith(BETWEEN, token) >= 0;
            while (span != null && last + 1 < tokens.size() && areConnected(tokens.get(last), tokens.get(last + 1))) {
                last++;
                span = span.to(tokens.get(last).span(), last == i + 1 && isRange(tokens.get(i), tokens.get(last), range));
            }
            if (span != null) {
                Token whole = new Token(token.start(), tokens.get(last).end(), span, token.closed(), token.rule());
                Deadline bound = bound(whole, last > i);
                if (bound != null) {
                    bounds.add(bound);
                }
            }
            i = last;
        }
        return bounds;
    }

    private boolean areConnected(Token a, Token b) {
        return b.span() != null && a.rule() == null && b.rule() == null
                && CONNECTED.matcher(text).region(a.end(), b.start()).matches();
    }

    private boolean isRange(Token a, Token b, boolean between) {
        String connection = text.substring(a.end(), b.start()).strip();
        return connection.matches("[-–—]|to") || between && connection.equals("and");
    }

    private Deadline bound(Token token, boolean connected) {
        if (isOfSomethingElse(token.start()) || OPEN_AFTER.matcher(text).region(token.end(), text.length()).lookingAt()) {
            return null;
        }
        Span span = token.span();
        if (token.rule() != null) {
            return deadline(token.start(), token.end(), published, span.last(), token.rule());
        }
        int start;
        if ((start = startsWith(BY_THE_END, token)) >= 0) {
            return deadline(start, token, published, span.last(), span.sure());
        }
        if ((start = startsWith(BEFORE, token)) >= 0) {
            boolean whole = token.closed() && span.unit() != Span.Unit.DAY || span.unit() == Span.Unit.EVENT;
            return deadline(start, token, published, whole ? span.last() : span.first().minusDays(1), span.sure());
        }
        if ((start = startsWith(UNTIL, token)) >= 0 && !token.closed() && NEGATED.matcher(text.substring(0, start)).find()) {
            return deadline(start, token, published, span.first().minusDays(1), false);
        }
        if ((start = startsWith(BY, token)) >= 0) {
            return deadline(start, token, published, span.last(), span.sure() && token.closed());
        }
        if ((start = startsWith(NOT_A_BOUND, token)) >= 0 && !(connected && startsWith(BETWEEN, token) >= 0)) {
            return null;
        }
        if ((start = startsWith(ABOUT_THEN, token)) >= 0) {
            return deadline(start, token, span.first(), span.last(), false);
        }
        if ((start = startsWith(IN, token)) >= 0 || connected && (start = startsWith(BETWEEN, token)) >= 0) {
            return deadline(start, token, span.first(), span.last(), span.sure());
        }
        if ((start = startsWith(PREDICTIONS_FOR, token)) >= 0 || isHeading(token)) {
            return deadline(start < 0 ? token.start() : start, token, span.first(), span.last(), false);
        }
        return span.alone() ? deadline(token.start(), token, span.first(), span.last(), span.sure()) : null;
    }

    /** Where the words of the preposition begin. @return -1 where it is none of them */
    private int startsWith(Pattern preposition, Token token) {
        Matcher m = preposition.matcher(text).region(Math.max(0, token.start() - LONGEST_PREPOSITION), token.start())
                .useTransparentBounds(true);
        return m.find() && !isOfAThing(token, m.group()) ? m.start() : -1;
    }

    /** "In the 2030 budget", "by the March summit": the time of a thing that has a date of its own. */
    private static boolean isOfAThing(Token token, String words) {
        Span.Unit unit = token.span().unit();
        return !token.span().alone() && (unit == Span.Unit.YEAR || unit == Span.Unit.MONTH) && words.endsWith("the ");
    }

    private boolean isOfSomethingElse(int start) {
        String before = text.substring(Math.max(0, start - LOOKED_AT), start);
        Matcher preposition = IN.matcher(before);
        boolean in = preposition.find();
        String clause = in ? before.substring(0, preposition.start()) : before;
        return OF_ANOTHER_CLAUSE.matcher(clause).find() || in && OF_ANOTHER_EVENT.matcher(clause).find()
                || in && PAST.matcher(clause).find() && !FUTURE.matcher(lastClause(clause)).find();
    }

    private static String lastClause(String clause) {
        return clause
                .substring(Math.max(Math.max(clause.lastIndexOf(','), clause.lastIndexOf('.')), clause.lastIndexOf(';')) + 1);
    }

    private boolean isHeading(Token token) {
        return (token.span().unit() == Span.Unit.YEAR || token.span().unit() == Span.Unit.MONTH)
                && HEADING.matcher(text).region(0, token.start()).matches()
                && HEADING_AFTER.matcher(text).region(token.end(), text.length()).matches();
    }

    private Deadline deadline(int start, Token token, LocalDate first, LocalDate last, boolean sure) {
        return deadline(start, token.end(), first, last, sure ? Rule.STATED : Rule.INTERPRETED);
    }

    private Deadline deadline(int start, int end, LocalDate first, LocalDate last, Rule rule) {
        return last.isBefore(published) || last.isBefore(first) ? null
                : new Deadline(text.substring(start, end), start, end, last, first.isBefore(published) ? published : first,
                        rule);
    }
}
