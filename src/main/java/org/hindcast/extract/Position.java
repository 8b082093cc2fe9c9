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
 * @param probability null where no number is said, and where the one that is said is for the editor to read
 * @param cue the words that carry it, in plain text
 * @param mark null where nothing says how likely it is
 */
record Position(Candidate.Basis basis, Candidate.Stance stance, Likelihood.Range probability, String phrase, String cue,
        Mark mark) {

    /** Where the number or the phrase of likelihood stands in the words of the claim. */
    record Mark(int start, int end) {
    }

    static final String NO_CUE = "present-as-future";

    private static final Pattern BET = Pattern.compile(
            "\\b(?:(?:I|we)(?:'d|'ll| would| will| am|'m)? ?(?:be )?(?:bet|betting|wager|wagering|staking|stake)\\b|my money(?:'s| is) on|put(?:ting)? (?:my )?money on|I(?:'d| would) put money)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANCE = Pattern.compile("(?<=\\S) (?:chance|odds|probability|possibility)$",
            Pattern.CASE_INSENSITIVE);
    /**
     * Chances whose size no lexicon lists, so that the editor is asked for the phrase; and none at all, which is a flat denial.
     */
    private static final Pattern UNLISTED = Pattern.compile(
            "\\b(?:(?<none>no|zero)(?= \\w+ (?:that|of)\\b)|an? (?<size>(?:\\w+ )?(?:good|decent|fair|strong|high|low|small|slim|real|significant|substantial|great|big|"
                    + "reasonable|serious|outside|tiny|solid|excellent))) (?:chance|possibility|probability|likelihood)(?= (?!to\\b)\\w)"
                    + "|\\b(?:odds|chances) are (?<after>(?:\\w+ )?(?:good|high|low|slim|small|strong|poor|excellent))(?= that\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> FINITE = Set.of("MD", "VBZ", "VBP", "VBD");
    private static final Set<String> AS_FUTURE = Set.of("will", "shall", "going-to");

    /** @param ofOthers whether it is somebody else's claim, so that what others think is what is asked for */
    static Position of(String plain, Signs signs, int first, int last, Function<String, List<Likelihood>> phrases,
            boolean ofOthers) {
        Modals.Modal modal = signs.modals.stream().filter(one -> one.at() >= first && one.at() < last)
                .filter(one -> AS_FUTURE.contains(one.word()) || Signs.isWeak(one) || one.word().equals("would"))
                .findFirst().orElse(null);
        // What is denied is the claim only where nothing is asserted before it: "they get what they won't like"
        boolean denied = modal != null && modal.denied() && AS_FUTURE.contains(modal.word())
                && IntStream.range(first, modal.at()).noneMatch(i -> FINITE.contains(signs.tags[i]));
        Stated stated = Stated.of(plain, ofOthers);
        Matcher bet = BET.matcher(plain);
        boolean bets = bet.find();
        if (stated != null && !(bets && isOdds(stated))) {
            Mark mark = new Mark(stated.start(), stated.end());
            switch (stated.read()) {
                case SAID, OPEN -> {
                    return new Position(Candidate.Basis.STATED, Candidate.Stance.YES, stated.range(), null, stated.cue(), mark);
                }
                case DENIED -> {
                    return new Position(Candidate.Basis.HEDGED, Candidate.Stance.YES, null, null, stated.cue(), null);
                }
                default -> {
                    // The author may say in words what he thinks of it
                }
            }
        }
        if (bets) {
            return new Position(Candidate.Basis.BET, stance(denied), null, null, bet.group(), null);
        }
        List<Likelihood> found = phrases.apply(plain);
        for (Likelihood phrase : found) {
            if (!phrase.hedge() && phrase.range() != null && carries(phrase, modal)) {
                Likelihood.Range r = phrase.range();
                boolean no = phrase.denies();
                return new Position(Candidate.Basis.WORDED, stance(no),
                        no ? new Likelihood.Range(round(1 - r.high()), round(1 - r.point()), round(1 - r.low())) : r,
                        phrase.phrase(), plain.substring(phrase.start(), phrase.end()),
                        mark(plain, phrase));
            }
        }
        if (stated != null) {
            return new Position(Candidate.Basis.STATED, Candidate.Stance.YES, null, null, stated.cue(),
                    new Mark(stated.start(), stated.end()));
        }
        Matcher unlisted = UNLISTED.matcher(plain);
        if (unlisted.find()) {
            boolean none = unlisted.group("none") != null;
            String words = unlisted.group(none ? "none" : unlisted.group("size") != null ? "size" : "after");
            int at = plain.indexOf(words, unlisted.start());
            return new Position(none ? Candidate.Basis.ASSERTED : Candidate.Basis.WORDED, stance(none), null, null,
                    unlisted.group(), new Mark(at, at + words.length()));
        }
        boolean flat = modal != null && AS_FUTURE.contains(modal.word());
        if (!flat) {
            for (Likelihood phrase : found) {
                if (phrase.hedge()) {
                    return new Position(Candidate.Basis.HEDGED, Candidate.Stance.YES, null, phrase.phrase(),
                            plain.substring(phrase.start(), phrase.end()), null);
                }
            }
        }
        if (modal != null && Signs.isWeak(modal)) {
            return new Position(Candidate.Basis.HEDGED, Candidate.Stance.YES, null, null, modal.word(), null);
        }
        Position flatly = new Position(Candidate.Basis.ASSERTED, stance(denied), null, null, cue(signs, modal, first, last),
                null);
        return Stated.isNear(plain) ? flatly.open() : flatly;
    }

    /** The same, with a number that the editor is asked for: one was said, and it is not plain what it means here. */
    Position open() {
        return new Position(Candidate.Basis.STATED, Candidate.Stance.YES, null, null, cue, null);
    }

    /** Of "very good chance" what stands before the noun, as of "70% chance". */
    private static Mark mark(String plain, Likelihood phrase) {
        Matcher noun = CHANCE.matcher(plain.substring(phrase.start(), phrase.end()));
        return new Mark(phrase.start(), noun.find() ? phrase.start() + noun.start() : phrase.end());
    }

    private static boolean isOdds(Stated stated) {
        return stated.form() == Chances.Form.ODDS || stated.form() == Chances.Form.SIDED;
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

    private static Candidate.Stance stance(boolean denied) {
        return denied ? Candidate.Stance.NO : Candidate.Stance.YES;
    }

    /** To per mille, as probabilities are kept. */
    static double round(double p) {
        return Math.round(p * 1000) / 1000.0;
    }
}
