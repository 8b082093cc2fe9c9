package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number by which a sentence says how likely something is. A number is one only where its place says so ("a 70% chance
 * that", "(p 0.8)"); "unemployment rises to 7%" has none.
 *
 * @param range null unless it is {@link Read#SAID}
 * @param start of the number in the sentence
 * @param end exclusive
 */
record Stated(Read read, Likelihood.Range range, Chances.Form form, int start, int end, String cue) {

    enum Read {
        /** The author's, and plain. */
        SAID,
        /** Likelihood in numbers, but impossible, contradictory, or open which it means: for the editor to read. */
        OPEN,
        /** Somebody else's, or of the past: says nothing of what the author thinks now. */
        FOREIGN,
        /** "Not 100% certain". */
        DENIED
    }

    /** A character for each form of number: places are told from what stands around one. */
    private static final char FIRST_FORM = '\ue000';
    private static final String NOUN = "(?:chances?|probabilit(?:y|ies)|likelihood|odds|possibility|prospects?|risks?|(?<!consumer )(?<!business )"
            + "(?<!investor )confidence|credence|certainty)(?! (?:interval|level|index|ratio)s?\\b)";
    private static final String LIKELY = "(?:likely|probable|confident|sure|certain|convinced)";
    private static final String END = "(?=\\s*(?:$|[.,;:!?)\\]—–]|-\\s|(?:that|and|but|it|for|though|because|so)\\b))";
    private static final String FOLLOWS = "(?=\\s*(?:$|[.,;:!?)\\]—–]|-\\s|(?:that|and|but|it|for|to|by|in|before|this|next|within|at|on|if|unless|"
            + "over|as|right|now|today|so|because|given|though|although|while|or)\\b))";
    private static final String SLIGHT = "(?:(?:now|still|only|currently|just|probably|at|an?|the|well|even|there's|there is|it's|it is|that's|it|to) )*";
    private static final String AUTHOR = "\\b(?:I|we)(?:'d|'ll|'m|'re|'ve| would| will| am| are| have)?(?: (?:now|still|currently|personally|also|only|"
            + "probably|be|feel|do))*";
    private static final String LABEL = "(?:(?:my )?(?:p|pr|prob|" + NOUN + ")\\b\\.? ?[=:≈~]? ?(?:of |is )?)";

    private static final List<Pattern> PLACES = Stream.of(
            "(?<n>[#@&])[ -](?:(?:overall|subjective|implied|rough) )?(?:" + NOUN + "|" + LIKELY
                    + "|shot|long ?shot|outsider)\\b",
            "\\b" + NOUN + " (?:that|of|for|on) [^;]{2,200}?,? ?(?:is|are|'s|:|=|stands? at|remains?|would be|comes? to) ?"
                    + SLIGHT
                    + "(?<n>[#@&])" + FOLLOWS,
            "\\b" + NOUN + "(?: (?:is|are|of|at|stands? at|remains?|would be)|:| ?[=≈])? ?" + SLIGHT + "(?<n>[#@&])" + FOLLOWS,
            "\\b" + NOUN + "(?: (?:is|are|of)|:| ?[=≈])? ?(?<n>~)(?=\\s*(?:$|[.,;)\\]]))",
            AUTHOR + " (?:say|guess|estimate|reckon|think|at|go with|call it|make it|(?:put|give) (?:it|this|that|them)) "
                    + SLIGHT
                    + "(?<n>[#@&])" + END,
            "\\b(?:put|peg|place|set|have|see|assesse?|rate|estimate)s?(?: the| my| our| its| their)? " + NOUN
                    + "[^;]{0,160}? (?:at|as|to be) "
                    + SLIGHT + "(?<n>[#@&])" + FOLLOWS,
            AUTHOR + " (?:give|assign|attach) (?:[^.;]{1,60}? )?" + SLIGHT + "(?<n>#)(?:" + END + "| to\\b)",
            "\\b" + LIKELY + ",? ?(?:— ?|– ?|\\()?" + SLIGHT + "(?<n>#)" + FOLLOWS,
            "[(\\[](?:" + LABEL + ")(?<n>[#@&~])[^)\\]]{0,15}[)\\]]",
            "[(\\[](?<n>[#@])(?:[.]?[)\\]][.!]?\\s*$| ?" + LIKELY + "[)\\]])",
            "(?:[:—–,]|(?<=\\s)-|[.?!](?=\\s)) ?(?:(?:" + LABEL + ")|maybe )?(?<n>#)(?: " + LIKELY + ")?[.!]?$",
            "^[(\\[](?:" + LABEL + ")?(?<n>#)[)\\]](?=.)",
            "^(?:" + LABEL + ")?(?<n>#) ?(?:[:—–]|- )(?=.)",
            "(?<!\\bthe )(?<n>[#@&]) that\\b",
            "\\bp ?[=:≈~]? ?(?<n>[#~])(?=\\W|$)",
            "\\bP\\([^)]{1,80}\\) ?[=:≈] ?(?<n>[#~])",
            "(?:\\bodds (?:are|of|at)|\\bit's|\\bit is|" + AUTHOR + " (?:say|lay|make it)) " + SLIGHT + "(?<n>@)",
            "(?:^|\\b(?:is|are|at|offer|give|call it)|[,:(—–]) ?" + SLIGHT + "(?<n>@)" + END,
            "\\b(?:is|are|'re|'s) (?<n>#) to (?:win|lose|happen|pass|make|beat|advance|qualify|succeed|fail|survive|be)\\b")
            .map(Stated::pattern).toList();
    /** Likelihood, but in a way that is not to be read off. */
    private static final List<Pattern> OPEN_PLACES = Stream.of(
            AUTHOR + " (?:put|peg|place) [^.;,]{1,40} at (?<n>#)" + FOLLOWS,
            "[(\\[](?<n>#)[)\\]](?!\\s*[.!]?\\s*$)",
            "(?<n>#)[ -](?:(?:more|less) likely|unlikely|improbable)\\b").map(Stated::pattern).toList();
    /** Any number beside a word of likelihood, where no place says more. */
    private static final Pattern NEAR = pattern(
            "\\b(?:chances?|probability|likelihood|odds|credence|probable)\\b[^;]{0,120}?(?<n>#)"
                    + "|(?<m>#)[^;]{0,30}?\\b(?:chances?|probability|likelihood|odds|credence)\\b");
    private static final Pattern TIMES = pattern("\\btimes (?:out of|in) (?:\\d|ten\\b|four\\b|five\\b|three\\b|a hundred\\b)");
    private static final Pattern DENIED = pattern(
            "(?:\\bnot|n't|\\bnever|\\bcannot|\\bhardly|\\bnobody|\\bno one|\\bneither|\\bnor|\\bwithout|"
                    + "\\bnowhere near|\\bfar from|\\bshort of|\\bdoubt)(?: (?:be|being|is|are|can|could|have|has|an?|the|quite|yet|even|entirely|"
                    + "completely|totally|really|so|that|at all|all|anything like|anywhere near|as (?:high|much|good) as|feel|say|claim|think|believe|see|"
                    + "there's|there is|it's|it is|of|with|at|it|give|put)){0,6} $");
    private static final String NOT_NOW = "(?:(?!\\b(?:is|are|has|have|will|now|would|I|we)\\b|'s|'d)[^.,;:(]){0,40}$";
    private static final Pattern PAST = pattern(
            "\\b(?:was|were|had|gave|said|assigned|stood|estimated|predicted|thought|used to|would have"
                    + "|'d have)\\b" + NOT_NOW);
    private static final Pattern PAST_TIME = pattern(
            "\\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter|time)|previously|originally|"
                    + "initially|(?:years?|months?|weeks?) ago|back then)\\b[^.;]{0,60}$");
    private static final Pattern OTHERS = pattern(
            "(?:\\b(?:markets?|polymarket|metaculus|kalshi|manifold|predictit|bookmakers?|bookies|traders|"
                    + "investors|analysts?|economists?|forecasters?|superforecasters|pundits?|consensus|polls?|pollsters?|models?|swaps|futures|experts?|"
                    + "critics|they|he|she|others|everyone|many|most people|(?:the )?crowd)\\b"
                    + "|\\b(?<!\\bI )(?<!\\bwe )(?:puts|gives|sees|says|said|gave|assigns|assigned|pegs|pegged|estimates|estimated|thinks|believes|reckons|"
                    + "prices|priced|implies|implied|imply|according to)\\b|'s (?:odds|probability|model|estimate|forecast))"
                    + "(?:(?!\\b(?:I|my|we|our)\\b)[^.;(]){0,80}$");
    private static final Pattern CHANGE = pattern("(?<!anywhere )(?<!somewhere )(?<!ranging )(?<!range )(?<!ranges )\\bfrom $");
    private static final Pattern QUANTITY = pattern(
            "\\b(?:highest|lowest|biggest|largest|smallest|record|new (?:high|low)|share|majority|turnout|"
                    + "margin|swing|figure)\\b[^.;]{0,40}[,:—–-] ?$");
    /** Of something else than what the sentence says first: "rents will fall, with a 20% chance of a crash". */
    private static final Pattern ASIDE = Pattern
            .compile("(?<=\\S with (?:an? )?)[\ue000-\ue004][ -]" + NOUN + " (?:of|that|to)\\b", CASE_INSENSITIVE);
    private static final int REACH = 130;
    private static final int MOST = 12;

    private static Pattern pattern(String words) {
        // Percent, decimal and ratio; odds with a side; odds without; a bare number
        return Pattern.compile(words.replace("[#@&~]", "[\ue000-\ue005]").replace("[#@&]", "[\ue000-\ue004]")
                .replace("[#@]", "[\ue000-\ue003]").replace("[#~]", "[\ue000-\ue002\ue005]").replace("#", "[\ue000-\ue002]")
                .replace("(?<n>@)", "(?<n>\ue003)").replace("(?<n>~)", "(?<n>\ue005)"), CASE_INSENSITIVE);
    }

    /**
     * @param ofOthers whether what others say is what is asked for
     * @return null where no number says how likely it is
     */
    static Stated of(String plain, boolean ofOthers) {
        List<Chances.Chance> numbers = Chances.in(plain);
        if (numbers.isEmpty()) {
            return null;
        }
        List<Integer> places = new ArrayList<>();
        String line = line(plain, numbers, places).stripTrailing();
        List<Stated> found = new ArrayList<>();
        for (Pattern pattern : PLACES) {
            Matcher matcher = pattern.matcher(line);
            while (found.size() < MOST && matcher.find()) {
                int place = matcher.start("n");
                found.add(at(plain, line, place, numbers.get(places.indexOf(place)), false, ofOthers));
            }
        }
        for (Pattern pattern : OPEN_PLACES) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                int place = matcher.start("n");
                if (found.stream().noneMatch(one -> one.start == numbers.get(places.indexOf(place)).start())) {
                    found.add(at(plain, line, place, numbers.get(places.indexOf(place)), true, ofOthers));
                }
            }
        }
        return one(found);
    }

    /** Whether a number stands beside a word of likelihood, and may be meant by it. */
    static boolean isNear(String plain) {
        String line = line(plain, Chances.in(plain), new ArrayList<>());
        return NEAR.matcher(line).find() || TIMES.matcher(plain).find();
    }

    /** @param places takes where the character of each number stands */
    private static String line(String plain, List<Chances.Chance> numbers, List<Integer> places) {
        StringBuilder line = new StringBuilder();
        int from = 0;
        for (Chances.Chance number : numbers) {
            line.append(plain, from, number.start());
            places.add(line.length());
            line.append((char) (FIRST_FORM + number.form().ordinal()));
            from = number.end();
        }
        return line.append(plain, from, plain.length()).toString();
    }

    private static Stated at(String plain, String line, int place, Chances.Chance number, boolean open, boolean ofOthers) {
        String before = line.substring(Math.max(0, place - REACH), place);
        boolean denied = DENIED.matcher(before).find();
        Read read;
        if (denied && number.isCertainty() || number.isCertainty() && number.range().low() == 0) {
            read = Read.DENIED;
        } else if (PAST.matcher(before).find() || PAST_TIME.matcher(before).find()) {
            read = Read.FOREIGN;
        } else if (!ofOthers && OTHERS.matcher(before).find()) {
            read = Read.FOREIGN;
        } else if (open || denied || number.range() == null || isCount(number) || CHANGE.matcher(before).find()
                || QUANTITY.matcher(before).find() || isAside(line, place)) {
            read = Read.OPEN;
        } else {
            read = Read.SAID;
        }
        return new Stated(read, read == Read.SAID ? number.range() : null, number.form(), number.start(), number.end(),
                plain.substring(number.start(), number.end()).strip());
    }

    private static boolean isAside(String line, int place) {
        return ASIDE.matcher(line).useTransparentBounds(true).region(place, line.length()).lookingAt();
    }

    /** Of bare numbers only 0 and 1 are probabilities as they stand. */
    private static boolean isCount(Chances.Chance number) {
        return number.form() == Chances.Form.WHOLE && number.range().high() > 1;
    }

    /** What is said, where that is one thing; then what is open, denied, another's. */
    private static Stated one(List<Stated> found) {
        Stated said = null;
        for (Stated one : found) {
            if (one.read == Read.SAID) {
                if (said != null && !said.range.equals(one.range)) {
                    return new Stated(Read.OPEN, null, one.form, said.start, said.end, said.cue);
                }
                said = said == null ? one : said;
            }
        }
        for (Read read : List.of(Read.SAID, Read.OPEN, Read.DENIED, Read.FOREIGN)) {
            for (Stated one : found) {
                if (one.read == read) {
                    return one;
                }
            }
        }
        return null;
    }
}
