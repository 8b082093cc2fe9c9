package org.hindcast.question;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hindcast.extract.Kind;
import org.hindcast.extract.Proxies;
import org.hindcast.question.Checklist.Claim;
import org.hindcast.question.Checklist.Finding;
import org.hindcast.question.Checklist.Level;

/** What often makes criteria hard to apply. Rules of thumb: each may be wrong about a text, so none of them refuses it. */
final class Doubts {

    private static final String QUESTION = "criteria.question";
    private static final String YES = "criteria.yesWhen";
    private static final String SOURCE = "criteria.sourceOfTruth";

    private static final Pattern UNNAMED = pattern("^\\s*will (?:it|this|that|these|those) (?!come true)");
    private static final Pattern TWO_CLAIMS = pattern("\\b(?:and|or)\\s+will\\b|\\bwill\\b[^.?]*,?\\s+and\\s+(?:also|then)\\b"
            + "|,\\s[^,?]{5,},?\\s+and\\s");
    private static final Pattern VAGUE_SIZE = pattern(
            "\\b(significant(?:ly)?|substantial(?:ly)?|major|many|sharp(?:ly)?|(?<!as )soon|mainstream|widespread|"
                    + "large(?:ly)? scale|considerabl[ey]|dramatic(?:ally)?|serious(?:ly)?|huge|big)\\b");
    private static final Pattern MODAL = pattern(
            "\\b((?-i:may)|might|could|likely|probably|possibly|perhaps|is expected to|are expected to)\\b");
    private static final Pattern DOUBLE_NEGATION = pattern(
            "\\b(?:not|never|no|n['’]t)\\b[^.?;]{0,40}\\b(?:not|never|no longer|fails? to|without|unless|un(?:able|likely))\\b");
    private static final Pattern ONE_SOURCE = pattern(
            "^\\W*(?:the )?(twitter|x|x\\.com|facebook|truth social|reddit|tiktok|youtube|instagram|telegram|"
                    + "financial times|ft|wall street journal|wsj|new york times|nyt|the economist|bloomberg|times of london|wikipedia)(?:\\.com|\\.org)?\\W*$");
    private static final Pattern CERTAIN = pattern(
            "\\b(may or may not|continue to change|will change|sooner or later|one way or another|remains? to be seen)\\b");
    private static final Pattern EDGE = pattern(
            "\\b(?:count|counts|counted|only|otherwise|void|except|excluding|including|unless|not|no|at least|"
                    + "both|either|any|tie|more than|less than|above|below|first|or)\\b");
    private static final Pattern DAY = pattern(
            "\\d|\\b(?:today|day|date|month|year|week|term|election|january|february|march|april|may|june|july|august|"
                    + "september|october|november|december)\\b");
    private static final Pattern GAP = Pattern.compile("\\[[^\\]]{0,60}\\]|_{3,}|\\?{2,}");
    private static final Pattern BASE = pattern("\\b(?:already|new|newly|first|anew|before|then|again|change)\\b");
    private static final Pattern OBSERVABLES = pattern("at least (?:\\d|one|two|three)|\\(a\\)|\\b\\d");
    /** More is refused anyway. */
    private static final int LONGEST = 2000;
    /** Twice as many where they are a list. */
    private static final int MOST_WORDS = 80;
    private static final double LEAST_SHARED = 0.4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{4,}");

    private final List<Finding> found = new ArrayList<>();

    private Doubts() {
    }

    static List<Finding> about(NewCriteria criteria, Claim claim) {
        Doubts doubts = new Doubts();
        doubts.question(given(criteria.question()));
        doubts.yesWhen(given(criteria.yesWhen()), given(criteria.question()), given(claim.statement()), given(claim.quote()));
        doubts.source(given(criteria.sourceOfTruth()));
        return doubts.found;
    }

    private void question(String question) {
        if (question.isBlank()) {
            return;
        }
        warn(UNNAMED, question, "no-subject", QUESTION, "does not name who or what it is about");
        warn(TWO_CLAIMS, question, "two-claims", QUESTION,
                "seems to ask two things at once; a question each can be decided apart");
        warn(MODAL, question, "modal", QUESTION,
                "has '%s': how sure the author was belongs to the forecast, not to the question");
        warn(CERTAIN, question, "near-certain", QUESTION, "has '%s', which comes true in any case");
        warn(DOUBLE_NEGATION, question, "double-negation", QUESTION, "denies twice; say it once");
        if (!DAY.matcher(question).find()) {
            warn("no-date-in-words", QUESTION, "does not say by when, so that it reads well only beside its due date");
        }
    }

    private void yesWhen(String yes, String question, String statement, String quote) {
        if (yes.isBlank()) {
            return;
        }
        String claim = statement.isBlank() ? question : statement;
        Kind kind = Kind.of(claim);
        Proxies.standard().of(yes).filter(proxy -> !OBSERVABLES.matcher(yes).find()).ifPresent(proxy -> warn("vague-verb", YES,
                "turns on '%s', which nobody can see; name what can be seen, such as: %s".formatted(proxy.verb(),
                        proxy.indicators().get(0).observation())));
        warn(VAGUE_SIZE, yes, "vague-size", YES, "has '%s'; say how much");
        warn(MODAL, yes, "modal", YES, "has '%s'; say what must be seen");
        warn(DOUBLE_NEGATION, yes, "double-negation", YES, "denies twice; say it once");
        warn(GAP, yes, "gap", YES, "has the gap '%s'");
        if ((kind == Kind.LEVEL || kind == Kind.TREND) && yes.chars().noneMatch(Character::isDigit)) {
            warn("no-threshold", YES, "names no number; say from which figure on it counts");
        }
        if (kind == Kind.STATE && !BASE.matcher(yes).find()) {
            warn("base-state", YES,
                    "may hold already; say what held when the forecast was made, and what must be different or the same");
        }
        if (words(yes).size() > 2 && words(yes).equals(words(question))) {
            warn("repeats", YES, "says no more than the question; say what must be seen, and what does not count");
        } else if (kind != Kind.WINNER && !EDGE.matcher(yes).find()) {
            warn("no-edge", YES, "names no edge case; say what does not count, and when it is VOID");
        }
        int length = yes.strip().split("\\s+").length;
        int most = yes.contains("(a)") ? 2 * MOST_WORDS : MOST_WORDS;
        if (length > most) {
            warn("long", YES, "has %d words; what fits into %d is read to the end".formatted(length, most));
        }
        drift(yes + " " + question, quote.isBlank() ? statement : quote);
    }

    private void drift(String criteria, String said) {
        Set<String> wanted = words(said);
        if (wanted.size() < 3) {
            return;
        }
        Set<String> there = words(criteria);
        long shared = wanted.stream().filter(word -> there.stream().anyMatch(other -> sameStem(word, other))).count();
        if (shared < LEAST_SHARED * wanted.size()) {
            warn("drift", YES,
                    "shares few words with what was said; it may ask for more, or for less, than the author claimed");
        }
    }

    private void source(String source) {
        warn(ONE_SOURCE, source, "one-source", SOURCE,
                "is '%s' alone, behind a paywall or open to anyone; name a second one that will still be there");
    }

    private void warn(Pattern pattern, String text, String rule, String field, String message) {
        Matcher m = pattern.matcher(text);
        if (m.find()) {
            warn(rule, field, message.formatted(m.groupCount() > 0 && m.group(1) != null ? m.group(1) : m.group().strip()));
        }
    }

    private void warn(String rule, String field, String message) {
        found.add(new Finding(Level.WARNING, rule, field, message));
    }

    private static boolean sameStem(String a, String b) {
        int shared = Math.min(Math.min(a.length(), b.length()), 5);
        return a.regionMatches(0, b, 0, shared);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).collect(Collectors.toSet());
    }

    private static String given(String text) {
        return text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, CASE_INSENSITIVE);
    }
}
