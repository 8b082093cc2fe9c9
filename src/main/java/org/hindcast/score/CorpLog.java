package org.hindcast.score;

/**
 * The CORP decomposition of the mean log score, in nats: score = mcb - dsc + unc, as {@link Corp}. The score is clipped, so
 * mcb includes what the clip does; the recalibrated part is not.
 *
 * @param score mean log score, {@link ProperScore#LOG}
 * @param mcb miscalibration, 0 or more
 * @param dsc discrimination, 0 or more
 * @param unc uncertainty: the entropy of the base rate
 */
public record CorpLog(Double score, Double mcb, Double dsc, Double unc) {

    static CorpLog of(LevelTable table, Isotonic fit) {
        double n = table.n();
        double score = table.total(ProperScore.LOG);
        double recalibrated = fit.log();
        double unc = Isotonic.entropy(n, table.hits());
        return new CorpLog(Figure.ratio(score, n), Figure.ratio(Math.max(0, score - recalibrated), n),
                Figure.ratio(Math.max(0, unc - recalibrated), n), Figure.ratio(unc, n));
    }
}
