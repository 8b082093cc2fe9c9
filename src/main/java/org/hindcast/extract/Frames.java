package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the claim out of what says how likely it is: "There's a 30% chance that the Fed will not cut", "My probability that it
 * rains is 15%", "It rains (p 0.8)". What is denied in the claim stays denied: the number is that of the claim as worded.
 */
final class Frames {

    /** Stands for the number, or the phrase. */
    private static final String MARK = "\ue000";
    private static final String CHANCE = "(?:chances?|probabilit(?:y|ies)|likelihood|odds|possibility|prospects?|risks?|shot|confidence|"
            + "certainty|credence)";
    private static final String NOUN = "(?:[ -](?:\\w+ )?" + CHANCE + ")";
    private static final String LIKELY = "(?:[ -](?:likely|probable|confident|sure|certain|convinced|confidence))";
    private static final String Q = "(?:(?:an?|the|about|only|just|still|now|maybe|probably|at|even|currently|well|it's|there's|that's) )*#";
    private static final String LINK = "(?: (?<link>that|of|for|in|whether))?";
    private static final String AUTHOR = "(?:I|we)(?:'d|'ll|'m|'re|'ve| would| will| am| are| have)?(?: (?:now|still|currently|personally|also|only|"
            + "probably|be|feel|do))*";
    private static final String WHOSE = "(?:(?:my|the|our|an?) )?(?:(?!of\\b|that\\b)\\w+ ){0,2}?";
    private static final Pattern LEADING = Pattern.compile(
            "^(?:if|unless|by|in|before|given|assuming|after|when|over|within|even|should|at|this|next|during|until|barring|absent|for)\\b[^,\ue000]{1,200}, ",
            CASE_INSENSITIVE);
    private static final Pattern TAG = pattern(" ?[(\\[][^()\\[\\]#]{0,25}#[^()\\[\\]]{0,20}[)\\]]");
    private static final Pattern WITHIN = pattern(
            ",? (?:with|at) (?:an? )?(?:#" + NOUN + "|" + CHANCE + "(?: of)? ?=? ?#),?(?! (?:of|that|to|for)\\b)(?= \\w)");
    private static final Pattern P_OF = pattern("^P\\((?<claim>[^)]+)\\) ?[=:≈] ?#$");

    private static final List<Pattern> FRAMES = Stream.of(
            "^(?<who>[^,;:#]{2,120}?)(?: is| are|'s|'re| seems?| looks?)(?: now| still)? " + Q + LIKELY
                    + "? to (?<infinitive>.+)$",
            "^(?:" + AUTHOR
                    + " (?:think|believe|say|guess|reckon|estimate)(?: that)? )?there(?:'s| is| are| remains?| exists?|'ll be|'d be| will be"
                    + "| would be) " + Q + NOUN + "?,?" + LINK + " (?<claim>.+)$",
            "^(?:" + AUTHOR + " (?:think|believe|say|guess|reckon|estimate)(?: that)? )?(?:it|that)(?:'s| is| seems| looks) "
                    + Q + "(?:" + LIKELY + "|"
                    + NOUN + ")?,?" + LINK + " (?<claim>.+)$",
            "^" + AUTHOR + " " + Q + LIKELY + "?,?" + LINK + " (?<claim>.+)$",
            "^" + AUTHOR + " give (?<who>[^#]+?) " + Q + NOUN + " (?<link>of|to|at) (?<claim>.+)$",
            "^" + AUTHOR + " give (?<claim>.+? .+?) " + Q + NOUN + "?$",
            "^[^,;:#]{1,60}? (?:put|peg|place|set|have|see|estimate|assesse?|rate)s? (?:the |my |our |its |their )?" + CHANCE
                    + " (?<link>that|of|for) (?<claim>.+?) (?:at|as|to be) " + Q + NOUN + "?$",
            "^" + AUTHOR + " (?:\\w+ )?(?:confident|sure|certain)[,(—– ]+#[),—–]* ?that (?<claim>.+)$",
            "^[^,;:#]{1,60}? (?:gives?|sees?|prices? in|implies|imply|puts|assigns?|estimates?)(?: there is)? " + Q + NOUN
                    + " (?<link>that|of|for) (?<claim>.+)$",
            "^" + AUTHOR
                    + " (?:say|guess|estimate|reckon|think|put|assign|attach|give|see|have|bet|go with)(?: there is| it is| it| this)? "
                    + Q + "(?:" + NOUN + "|"
                    + LIKELY + ")?,?(?: (?<link>that|of|to|for|on|in))? (?<claim>.+)$",
            "^" + WHOSE + CHANCE
                    + " (?<link>that|of|for|on) (?<claim>.+?),?(?: is| are|:| =| stands? at| remains?| would be| comes? to) "
                    + Q + NOUN
                    + "?$",
            "^" + WHOSE + "(?:" + CHANCE
                    + "|guess|estimate|number|figure|forecast|prediction)(?: is| are| stands? at| of|:| =)? " + Q + NOUN
                    + "?,?(?: (?<link>that|of|for))? (?<claim>.+)$",
            "^(?:with|at) (?:" + Q + "(?:" + NOUN + "|" + LIKELY + ")?|(?:a )?" + CHANCE + "(?: of)? " + Q
                    + "),? (?<claim>.+)$",
            "^(?<who>[^,;:#]{2,120}?)(?: still| now| currently)?(?: has| have|'s got| stands?| will have| would have) " + Q
                    + NOUN
                    + " (?<link>of|to|at) (?<claim>.+)$",
            "^(?<claim>.+?)(?:[,;:]| [—–-]|[.!?])+ ?(?:and |but |so )?" + AUTHOR
                    + "(?: (?:say|put|give|am|at|it|that|this|the|call|make|estimate|have|"
                    + CHANCE + "))* " + Q + "(?:" + NOUN + "|" + LIKELY + ")?(?: (?:of|on|about|for) (?:it|that|this))?$",
            "^(?<claim>.+?),? (?:with|at) (?:" + Q + NOUN + "?|(?:an? )?" + CHANCE + "(?: of)? ?=? ?" + Q + ")$",
            "^(?<claim>.+?)(?:[,;:]| [—–-]|[.!?])+ ?(?:(?:(?:my|the) )?(?:p|prob|with|" + CHANCE
                    + ")(?: of| is| are|:| =|=)? ?)?" + Q + "(?:" + NOUN
                    + "|" + LIKELY + ")?$",
            "^(?<claim>.+?),? p ?[=:≈]? ?#$",
            "^(?:p ?=? ?|" + CHANCE + ":? )?" + Q + "(?:" + NOUN + "|" + LIKELY + ")?(?: ?[:—–,]| -)?" + LINK
                    + " (?<claim>.+)$",
            "^(?!(?:my|our|the odds)\\b)(?<who>[^,;:#]{2,120}?)(?: is| are|'s|'re)(?: now| still)? " + Q + LIKELY
                    + "?(?<rest>(?: (?!that\\b|of\\b).+)?)$",
            "^(?<claim>.+?) #$").map(Frames::pattern).toList();

    private static final Pattern DOING = Pattern.compile("^(?<who>.+?) (?:(?<not>not) )?(?<verb>[a-z]{2,}ing)\\b(?<rest>.*)$");
    private static final Pattern FOR_TO = Pattern.compile("^(?<who>.+?) (?<not>not )?to (?<rest>[a-z]+\\b.*)$");
    private static final Pattern GERUND = Pattern.compile("^(?<not>not )?(?<verb>[a-z]{2,}ing)\\b(?<rest>.*)$");
    private static final Pattern POINTS_ON = Pattern
            .compile("(?i).*\\b(?:the|an?|of|in|for|to|by|with|and|or|on|at|more|new|no|any|from)$");
    private static final Set<String> NO_VERBS = Set.of("king", "thing", "spring", "ring", "wing", "string", "nothing",
            "something", "anything",
            "everything", "during", "evening", "morning", "ceiling", "building", "housing", "meeting", "spending", "beijing",
            "including");
    /** No clause: "a recession", "a recession this year". */
    private static final Pattern NAMED = Pattern.compile("(?i)(?:an?|the) [\\w-]+(?: (?:this|in|by|before|next|within)\\b.*)?");
    private static final Pattern INDEFINITE = Pattern.compile(
            "^(?:an?|another|some|more|no|any|further|new|at least|one|two|three|several|renewed)\\b.*|^(?!the\\b|this\\b|that\\b|these\\b|its\\b|his\\b|"
                    + "her\\b|their\\b|our\\b|my\\b)\\p{Ll}.*",
            Pattern.UNICODE_CASE);
    /** Stems that lost an "e": "leav", "clos", "rul", "settl", "resign" not. */
    private static final Pattern LOST_E = Pattern.compile(
            "(?:[vuzc]|[^aeos]s|[ao]s|[aeiou]g|[rd]g|[^aeiou][iao]k|(?:[^eo]|re)at|[^aeioulrw]l|[^aeiou]ul|[^aeo]i[nrd]|[^o]ur|[^eo]ar|[^aeiou][aiou]m|"
                    + "[^eoa]ad|[^ao]ud|[^o]od|ced|[^aeiou][ai]p)$");
    private static final Pattern DOUBLED = Pattern.compile("(?:([bdgmnprt])\\1)$");

    /** A frame that was not wholly taken off. */
    private static final Pattern LEFT = Pattern
            .compile("(?i)\\b(?:put|puts|peg|pegs|see|sees|give|gives) the " + CHANCE + "\\b|, but (?:I|we)\\b");

    private Frames() {
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words.replace("#", MARK), CASE_INSENSITIVE);
    }

    /**
     * @param words of the claim, with no full stop
     * @return the claim alone, in words that may begin with a small letter; null where no frame is known
     */
    static String without(String words, Position.Mark mark) {
        String line = (words.substring(0, mark.start()) + MARK + words.substring(mark.end())).replaceAll("\\s+", " ").strip()
                .replaceFirst("[.!;,]+$", "").replaceFirst("(?i)^according to [^,\ue000]{1,80}, ", "");
        Matcher leading = LEADING.matcher(line);
        String lead = leading.find() ? leading.group() : "";
        String claim = claim(line.substring(lead.length()).strip());
        return claim == null || claim.isBlank() || LEFT.matcher(claim).find() || claim.contains(MARK) || claim.length() < 4
                ? null
                : lead + claim.strip().replaceFirst("[,;:]+$", "");
    }

    private static String claim(String line) {
        for (Pattern within : List.of(TAG, WITHIN)) {
            Matcher tag = within.matcher(line);
            if (tag.find() && !tag.replaceFirst("").isBlank()) {
                return tag.replaceFirst("").replaceFirst("^ ?[:—–-] ", "");
            }
        }
        Matcher of = P_OF.matcher(line);
        if (of.matches()) {
            return noun(of.group("claim"));
        }
        for (Pattern frame : FRAMES) {
            Matcher matcher = frame.matcher(line);
            if (matcher.matches()) {
                String found = claim(matcher, frame.pattern());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String claim(Matcher matcher, String frame) {
        String claim = frame.contains("(?<claim>") ? matcher.group("claim") : null;
        String link = frame.contains("(?<link>") ? matcher.group("link") : null;
        if (!frame.contains("(?<who>")) {
            boolean clause = link == null ? !NAMED.matcher(claim).matches() : link.equals("that") || link.equals("whether");
            return clause ? claim : noun(claim);
        }
        String who = matcher.group("who");
        if (frame.contains("(?<infinitive>")) {
            return who + " will " + matcher.group("infinitive");
        }
        if (claim == null) {
            return who.matches("(?i)it|this|that|there|I|we") ? null : who + " will happen" + matcher.group("rest");
        }
        if (link.equals("to")) {
            return who + " will " + claim;
        }
        Matcher gerund = GERUND.matcher(claim);
        return gerund.matches() ? will(who, gerund) : null;
    }

    /** "A recession", "Spurs winning the cup", "Spurs to win the cup", as a sentence. */
    private static String noun(String words) {
        Matcher doing = DOING.matcher(words);
        if (doing.matches() && !NO_VERBS.contains(doing.group("verb")) && !POINTS_ON.matcher(doing.group("who")).matches()) {
            return will(doing.group("who").replaceFirst("'s?$", ""), doing);
        }
        if (GERUND.matcher(words).matches()) {
            return null;
        }
        Matcher to = FOR_TO.matcher(words);
        if (to.matches() && Kinds.ofVerb(to.group("rest").split(" ")[0]).size() > 0) {
            return to.group("who") + " will " + (to.group("not") == null ? "" : "not ") + to.group("rest");
        }
        return INDEFINITE.matcher(words).matches() && !words.matches("(?i)(?:it|this|that)\\b.*") ? "there will be " + words
                : words + " will happen";
    }

    private static String will(String who, Matcher doing) {
        return who + " will " + (doing.group("not") == null ? "" : "not ") + base(doing.group("verb")) + doing.group("rest");
    }

    /** "win" of "winning", "lose" of "losing"; by the verbs that are known, else by their endings. */
    static String base(String gerund) {
        String stem = gerund.substring(0, gerund.length() - "ing".length());
        boolean doubled = DOUBLED.matcher(stem).find();
        String single = doubled ? stem.substring(0, stem.length() - 1) : stem;
        for (String one : List.of(stem, single, stem + "e")) {
            if (!Kinds.ofVerb(one).isEmpty()) {
                return one;
            }
        }
        return doubled ? single : LOST_E.matcher(stem).find() ? stem + "e" : stem;
    }
}
