package org.hindcast.extract;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How strongly a claim is made, and which way.
 *
 * @param cue the words that carry it, in plain text
 */
record Position(Candidate.Basis basis, Candidate.Stance stance, Likelihood.Range probability, String phrase, String cue) {

    static final String NO_CUE = "present-as-future";

    private static final String NUMBER = "(?<percent>\\d{1,3}(?:\\.\\d{1,2})?) ?(?:%|percent|per cent)|(?<fraction>0?\\.\\d{1,3})";
    private static final Pattern STATED = Pattern.compile(
            "(?:[(\\[](?:p ?=? ?|confidence:? ?|probability:? ?|about |~ ?)?(?:" + NUMBER
                    + ")(?: ?(?:confident|confidence|chance|probability|likely|sure))?[)\\]])"
                    + "|(?:(?:" + NUMBER.replace("percent>", "percent2>").replace("fraction>", "fraction2>")
                    + ")[ -](?:chance|probability|likelihood|likely|odds|confident|confidence|sure|certain|certainty)\\b)"
                    + "|(?:\\b(?:chance|probability|likelihood|odds|confidence|confident|credence|put (?:it|that|this) at|give (?:it|that|this)|(?:I|we)(?:'m| am|'re| are) at)[^.;]{0,30}?\\b(?:"
                    + NUMBER.replace("percent>", "percent3>").replace("fraction>", "fraction3>") + "))"
                    + "|(?:[:—–-] ?(?:" + NUMBER.replace("percent>", "percent4>").replace("fraction>", "fraction4>")
                    + ")[.]?$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BET = Pattern.compile(
            "\\b(?:(?:I|we)(?:'d|'ll| would| will| am|'m)? ?(?:be )?(?:bet|betting|wager|wagering|staking|stake)\\b|my money(?:'s| is) on|put(?:ting)? (?:my )?money on|I(?:'d| would) put money)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> FINITE = Set.of("MD", "VBZ", "VBP", "VBD");
    private static final Set<String> AS_FUTURE = Set.of("will", "shall", "going-to");

    static Position of(String plain, Signs signs, int first, int last, Function<String, List<Likelihood>> phrases) {
        Modals.Modal modal = signs.modals.stream().filter(one -> one.at() >= first && one.at() < last)
                .filter(one -> AS_FUTURE.contains(one.word()) || Signs.isWeak(one) || one.word().equals("would"))
                .findFirst().orElse(null);
        // What is denied is the claim only where nothing is asserted before it: "they get what they won't like"
        boolean denied = modal != null && modal.denied() && AS_FUTURE.contains(modal.word())
                && IntStream.range(first, modal.at()).noneMatch(i -> FINITE.contains(signs.tags[i]));
        Matcher stated = STATED.matcher(plain);
        if (stated.find()) {
            Double p = probability(stated);
            if (p != null) {
                return new Position(Candidate.Basis.STATED, Candidate.Stance.YES, new Likelihood.Range(p, p, p), null,
                        stated.group());
            }
        }
        Matcher bet = BET.matcher(plain);
        if (bet.find()) {
            return new Position(Candidate.Basis.BET, stance(denied), null, null, bet.group());
        }
        List<Likelihood> found = phrases.apply(plain);
        for (Likelihood phrase : found) {
            if (!phrase.hedge() && phrase.range() != null && carries(phrase, modal)) {
                Likelihood.Range r = phrase.range();
                boolean no = phrase.denies();
                return new Position(Candidate.Basis.WORDED, stance(no),
                        no ? new Likelihood.Range(round(1 - r.high()), round(1 - r.point()), round(1 - r.low())) : r,
                        phrase.phrase(), plain.substring(phrase.start(), phrase.end()));
            }
        }
        boolean flat = modal != null && AS_FUTURE.contains(modal.word());
        if (!flat) {
            for (Likelihood phrase : found) {
                if (phrase.hedge()) {
                    return new Position(Candidate.Basis.HEDGED, Candidate.Stance.YES, null, phrase.phrase(),
                            plain.substring(phrase.start(), phrase.end()));
                }
            }
        }
        if (modal != null && Signs.isWeak(modal)) {
            return new Position(Candidate.Basis.HEDGED, Candidate.Stance.YES, null, null, modal.word());
        }
        return new Position(Candidate.Basis.ASSERTED, stance(denied), null, null, cue(signs, modal, first, last));
    }

    /** "Always" and "we believe" are in lexicons, but say how sure somebody is only where nothing else does. */
    private static boolean carries(Likelihood phrase, Modals.Modal modal) {
        return modal == null || !Set.of("always", "usually", "often", "frequently", "sometimes", "never", "rarely", "seldom",
                "certain", "we-believe", "will-happen").contains(phrase.phrase());
    }

    private static String cue(Signs signs, Modals.Modal modal, int first, int last) {
        if (modal != null) {
            return modal.word().replace('-', ' ');
        }
        for (Cues.Kind kind : List.of(Cues.Kind.FUTURE, Cues.Kind.FIRST)) {
            for (Cues.Found found : signs.cues) {
                if (found.cue().kind() == kind && found.first() >= first && found.first() < last) {
                    StringBuilder words = new StringBuilder();
                    for (int i = found.first(); i < Math.min(found.last(), signs.tokens.size()); i++) {
                        words.append(i == found.first() ? "" : " ").append(signs.tokens.get(i).lower());
                    }
                    return words.toString();
                }
            }
        }
        return NO_CUE;
    }

    private static Double probability(Matcher stated) {
        for (String suffix : List.of("", "2", "3", "4")) {
            String percent = stated.group("percent" + suffix);
            String fraction = stated.group("fraction" + suffix);
            double p = percent != null ? Double.parseDouble(percent) / 100
                    : fraction != null ? Double.parseDouble(fraction) : -1;
            if (p >= 0 && p <= 1) {
                return round(p);
            }
        }
        return null;
    }

    private static Candidate.Stance stance(boolean denied) {
        return denied ? Candidate.Stance.NO : Candidate.Stance.YES;
    }

    private static double round(double p) {
        return Math.round(p * 1000) / 1000.0;
    }
}
