package org.hindcast.scorecard;

import java.util.ArrayList;
import java.util.List;

/**
 * From how many forecasts on a page says what. Below, it says what it cannot say yet, and how many that takes. Rules of thumb,
 * stated on the page: an interval would be honest with fewer too, a sentence would be read as more than it is.
 */
final class Enough {

    /** Scored probabilities of a topic or year, for an interval: two that happen to score alike would have one of no width. */
    static final int FOR_INTERVAL = 5;
    /** Scored probabilities, for better or worse than a coin, and for a reliability diagram. */
    static final int FOR_SKILL = 10;
    /** Scored probabilities, for over- or underconfidence. */
    static final int FOR_CONFIDENCE = 30;
    /** Forecasts with a reference on record, for better or worse than these. */
    static final int FOR_REFERENCES = 10;
    /** Decided calls, for better or worse than chance. */
    static final int FOR_CALLS = 10;

    private Enough() {
    }

    /** What this scorecard is too short for. */
    static List<String> missing(Scorecard card) {
        List<String> missing = new ArrayList<>();
        long n = card.report().n().longValue();
        long references = card.report().comparison() == null ? 0 : card.report().comparison().n().longValue();
        long calls = card.calls().n();
        need(missing, "Whether the author does better than a coin", FOR_SKILL, n, "scored probabilities");
        need(missing, "Whether the author is over- or underconfident", FOR_CONFIDENCE, n, "scored probabilities");
        need(missing, "Whether the author does better than a market or a crowd did at the time", FOR_REFERENCES, references,
                "forecasts with such a reference on record");
        need(missing, "How good the author's flat calls are", FOR_CALLS, calls, "decided calls");
        return missing;
    }

    private static void need(List<String> missing, String what, int needed, long there, String of) {
        if (there < needed) {
            missing.add("%s: that takes %d %s, and there %s.".formatted(what, needed, of,
                    there == 0 ? "are none" : there == 1 ? "is one" : "are " + there));
        }
    }
}
