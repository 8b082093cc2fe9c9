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
            return "Better than a coin %s; how much of that is easy questions, a Brier score cannot say.".formatted(forecasts);
        }
        if (interval.low() > COIN) {
            return "Worse than a coin %s; the interval leaves little room for bad luck alone.".formatted(forecasts);
        }
        return "The interval holds a coin's 0.250: %s, no difference from a coin has been shown.".formatted(forecasts);
    }

    private static String calls(Scorecard card) {
        return card.calls().n() == 0 ? ""
                : " The hit rate, over %s, says nothing of how hard these were.".formatted(count(card.calls().n(), "call"));
    }

    private static String count(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
