package org.hindcast.score;

/**
 * The CORP decomposition of the mean Brier score: score = mcb - dsc + unc, no bins to choose (Dimitriadis, Gneiting and Jordan
 * 2021, PNAS 118(8)). With c the recalibrated probabilities ({@link Level#recalibrated}) and o the base rate:
 *
 * @param score mean Brier score S
 * @param mcb miscalibration S - S(c), 0 or more: what recalibrating would save. Biased up for small n, so read it with the
 *        p-value below n = 100
 * @param dsc discrimination S(o) - S(c), 0 or more: what telling cases apart gains
 * @param unc uncertainty S(o) = o(1 - o): the difficulty of the questions
 * @param mcbPValue share of records with so high an mcb if the author were calibrated, (1 + #) / (B + 1) over B resampled
 *        records; small says not calibrated
 */
public record Corp(Double score, Double mcb, Double dsc, Double unc, Double mcbPValue) {

    static Corp of(LevelTable table, Isotonic fit, Double pValue) {
        double n = table.n();
        double score = table.total(ProperScore.BRIER);
        double recalibrated = fit.brier();
        double unc = table.hits() * (1 - table.hits() / n);
        // Both differences are 0 or more in exact arithmetic
        return new Corp(Figure.ratio(score, n), Figure.ratio(Math.max(0, score - recalibrated), n),
                Figure.ratio(Math.max(0, unc - recalibrated), n), Figure.ratio(unc, n), pValue);
    }
}
