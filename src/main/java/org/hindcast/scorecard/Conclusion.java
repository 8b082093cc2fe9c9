package org.hindcast.scorecard;

import org.hindcast.score.Interval;

/** What can and what cannot be concluded from a scorecard, in plain words. */
final class Conclusion {

    private static final double COIN = 0.25;

    private Conclusion() {
    }

    static String of(Scorecard card) {
        long n = card.report().n().longValue();
        if (n == 0) {
            return card.calls().n() == 0 ? "Nothing here has been decided and scored yet, so nothing can be concluded."
                    : "No probability has been scored yet." + calls(card);
        }
        Interval interval = card.report().brierInterval();
        if (n < Enough.FOR_SKILL || interval == null) {
            return (n == 1 ? "One scored probability is" : n + " scored probabilities are")
                    + " too few to tell skill from luck." + calls(card);
        }
        String forecasts = "over these " + count(n, "forecast");
        if (interval.high() < COIN) {
            return ("The Brier score %s is better than a coin's 0.250 by more than its 95 %% interval, which is right for one "
                    + "author looked at once. The leaderboard tests all authors at once and at every look, and asks for more. "
                    + "How much is owed to easy questions, a Brier score cannot say.").formatted(forecasts);
        }
        if (interval.low() > COIN) {
            return "The Brier score %s is worse than a coin's 0.250 by more than its 95 %% interval, which is right for one author looked at once."
                    .formatted(forecasts);
        }
        return "The interval holds a coin's 0.250: %s, no difference from a coin has been shown.".formatted(forecasts);
    }

    private static String calls(Scorecard card) {
        long n = card.calls().n();
        return n == 0 ? ""
                : " The hit rate, over %s, says nothing of how hard %s.".formatted(count(n, "call"),
                        n == 1 ? "it was" : "these were");
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
