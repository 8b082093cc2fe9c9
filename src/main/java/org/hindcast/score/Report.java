package org.hindcast.score;

import java.util.List;

/**
 * Everything that is said about a set of probability forecasts of yes-or-no questions; component names and nesting are those
 * of the public JSON. Losses (Brier, log) are better lower; skill, spherical, resolution, AUC better higher. What is not
 * defined is {@code null}, never 0 or NaN; with no forecasts that is everything but the counts. Formulas with worked numbers:
 * {@code docs/scoring.md}.
 *
 * @param n forecasts (the sum of their weights); a {@code Long} where whole, else a {@code Double}, as all counts here
 * @param effectiveN how many forecasts of equal weight are as much evidence, n at most and n without weights: (sum w)^2 / sum
 *        w^2
 *        (Kish 1965). Intervals, standard errors, tests and corrections for chance reckon with it, means and counts do not
 * @param hits of these, how many questions came out YES
 * @param baseRate hits / n
 * @param mean mean probability
 * @param brier mean Brier score, 0..1 ({@link ProperScore#BRIER})
 * @param brierVariance sample variance (n - 1) of a single forecast's Brier score; null for n <= 1
 * @param brierInterval 95 % interval of the mean Brier score by Student's t, cut to 0..1; null for n <= 1
 * @param log mean log score in nats ({@link ProperScore#LOG}, clipped)
 * @param logClipped forecasts that the clip changed
 * @param spherical mean spherical score ({@link ProperScore#SPHERICAL})
 * @param corp miscalibration, discrimination, uncertainty of the Brier score: the headline
 * @param corpLog the same of the log score
 * @param inTheLarge mean - baseRate: above 0, the author's probabilities are too high on the whole
 * @param overconfidence mean of max(p, 1 - p) minus {@link HitRate#rate}, p = 1/2 left out: above 0 is overconfident
 * @param overconfidenceInterval 95 % interval of it by Student's t; null below two forecasts with a side
 * @param levels one row a distinct probability, ascending (see {@link Level} on very many)
 * @param comparison against references; null where there are none
 */
public record Report(Number n, Number effectiveN, Number hits, Double baseRate, Double mean, Double brier, Double brierVariance,
        Interval brierInterval, Double log, Number logClipped, Double spherical, Skill skill, Corp corp, CorpLog corpLog,
        Murphy murphy, CalibrationError calibrationError, Double inTheLarge, Spiegelhalter spiegelhalter, Cox cox,
        Double overconfidence, Interval overconfidenceInterval, Sharpness sharpness, Auc auc, HitRate hitRate,
        List<Level> levels, Comparison comparison) {

    private static final long SEED = 20260101;

    /** A report without references, with the default seed. */
    public static Report of(LevelTable table) {
        return of(table, null, SEED);
    }

    /**
     * @param table the forecasts
     * @param differences to reference forecasts, over those forecasts that have one; null where none has
     * @param seed of the resampling behind bands and p-value; the same seed gives the same report
     */
    public static Report of(LevelTable table, Differences differences, long seed) {
        return of(table, Weights.ones(table.n()), differences,
                differences == null ? null : Weights.ones(differences.n()), seed);
    }

    /** @param weights of all forecasts; @param weightsOfPairs of those that have a reference */
    static Report of(LevelTable table, Weights weights, Differences differences, Weights weightsOfPairs, long seed) {
        double n = table.n();
        double effective = Math.min(n, weights.effective());
        LevelTable evidence = n == 0 ? table : table.times(effective / n);
        Brier brier = Brier.of(evidence);
        Double baseRate = Figure.ratio(table.hits(), n);
        Double mean = Figure.ratio(table.sum(i -> table.n(i) * table.p(i)), n);
        Isotonic fit = Isotonic.of(table);
        Calibration calibration = new Calibration(table, evidence, fit, seed);
        Overconfidence overconfidence = Overconfidence.of(evidence);
        return new Report(Figure.count(n), Figure.count(effective), Figure.count(table.hits()), baseRate, mean,
                Figure.ratio(table.total(ProperScore.BRIER), n), brier.variance(), brier.interval(),
                Figure.ratio(table.total(ProperScore.LOG), n),
                n == 0 ? null : clipped(table), Figure.ratio(table.total(ProperScore.SPHERICAL), n),
                Skill.of(table, differences), Corp.of(table, fit, calibration.pValue()), CorpLog.of(table, fit),
                Murphy.of(table, evidence), CalibrationError.of(evidence), n == 0 ? null : Figure.of(mean - baseRate),
                Spiegelhalter.of(evidence), Cox.of(evidence), overconfidence.value(), overconfidence.interval(),
                Sharpness.of(table), Auc.of(evidence), HitRate.of(evidence), calibration.levels(),
                Comparison.of(differences, weightsOfPairs));
    }

    private static Number clipped(LevelTable table) {
        return Figure.count(table.sum(i -> ProperScore.clips(table.p(i)) ? table.n(i) : 0));
    }
}
