package org.hindcast.score;

/**
 * How much weighted forecasts are worth as evidence. Means do not ask for it; intervals, tests and corrections for chance do.
 *
 * @param total sum of the weights
 * @param squares sum of the squared weights
 * @param greatest the greatest weight
 */
record Weights(double total, double squares, double greatest) {

    /** Forecasts that count one each, and none of them more. */
    static Weights ones(double n) {
        return new Weights(n, n, 1);
    }

    /**
     * How many forecasts of equal weight say as much (Kish 1965): (sum w)^2 / sum w^2, but never more than sum w. So a forecast
     * that counts three times is still one witness, and revisions whose weights sum to 1 a question are no more than their
     * questions.
     */
    double effective() {
        return squares > 0 ? Math.min(total, total / squares * total) : total;
    }
}
