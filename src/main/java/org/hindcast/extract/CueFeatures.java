package org.hindcast.extract;

import java.util.Map;
import java.util.Set;

/**
 * What each mark of likelihood is said of: "will probably fall" is of the future, "is probably due to the rain" of now, though
 * the word is the same.
 */
final class CueFeatures {

    private static final int LOOKED_BACK = 5;
    private static final int LOOKED_AHEAD = 4;
    private static final Set<String> BREAKS = Set.of(",", ";", ":", "-", "—", "–", "(", ")", "\"", "and", "but", "because",
            "if",
            "when");
    private static final Set<String> BE = Set.of("is", "are", "am", "'s", "was", "were");
    private static final Set<String> STAYS = Set.of("be", "have", "remain", "stay");

    private final Signs signs;
    private final Map<String, Double> features;

    CueFeatures(Signs signs, Map<String, Double> features) {
        this.signs = signs;
        this.features = features;
    }

    void add() {
        for (Cues.Found found : signs.cues) {
            Cues.Kind kind = found.cue().kind();
            String name = found.cue().name();
            if (kind == Cues.Kind.FUTURE && !name.equals("will") && !name.equals("going-to") || kind == Cues.Kind.WEAK) {
                String of = verbOf(found.first(), found.last());
                features.put("cv:" + name + "|" + of, 1.0);
                features.put("ck:" + kind + "|" + of, 1.0);
            }
        }
    }

    /** What kind of verb stands nearest in the same clause. */
    private String verbOf(int first, int last) {
        if (last < signs.tags.length && signs.tokens.get(last - 1).lower().equals("to")) {
            return signs.tags[last].equals("VB") ? "to-" + (STAYS.contains(signs.tokens.get(last).lower()) ? "be" : "do")
                    : "to";
        }
        int back = first;
        int ahead = last - 1;
        for (int step = 0; step < LOOKED_BACK; step++) {
            back = back > 0 && back > first - LOOKED_BACK && !isBreak(back - 1) ? back - 1 : -1;
            if (back >= 0 && isFinite(back)) {
                return kind(back);
            }
            ahead = ahead >= 0 && ahead + 1 < signs.tags.length && ahead < last + LOOKED_AHEAD && !isBreak(ahead + 1)
                    ? ahead + 1
                    : -1;
            if (ahead >= 0 && isFinite(ahead)) {
                return kind(ahead);
            }
        }
        return "none";
    }

    private boolean isBreak(int i) {
        return BREAKS.contains(signs.tokens.get(i).lower());
    }

    private boolean isFinite(int i) {
        String tag = signs.tags[i];
        return tag.equals("MD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("VBD");
    }

    private String kind(int verb) {
        String lower = signs.tokens.get(verb).lower();
        String tag = signs.tags[verb];
        return tag.equals("MD") ? lower
                : tag.equals("VBD") ? "past"
                        : BE.contains(lower) ? "be"
                                : Signs.isState(lower) ? "state" : "event";
    }
}
