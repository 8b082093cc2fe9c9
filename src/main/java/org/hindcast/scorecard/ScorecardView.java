package org.hindcast.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.hindcast.forecast.Basis;
import org.hindcast.score.Comparison;
import org.hindcast.score.Interval;
import org.hindcast.score.Report;
import org.hindcast.web.Formats;

/**
 * A scorecard as a page shows it, every figure as text.
 *
 * @param onRecord all published forecasts of the scope, whatever they count as
 * @param confidence over- or underconfidence in a sentence; null where there are too few to say
 * @param levels rows of the reliability table
 * @param diagram whether there are enough for the diagram
 * @param missing what cannot be said yet
 */
record ScorecardView(Scorecard card, long n, long hits, long onRecord, String brier, String interval, Whisker whisker,
        String baseRate, String log, String hitRate, String hitRateInterval, String callRate, String callInterval,
        Whisker callWhisker, String lexiconRange, List<Rival> rivals, String confidence, List<LevelRow> levels,
        boolean diagram, List<BasisRow> byBasis, String conclusion, List<String> missing) {

    /**
     * What the author's Brier score is compared with.
     *
     * @param skill the share of the rival's score that the author does better; negative where worse
     */
    record Rival(String name, String brier, String own, String skill, String difference) {
    }

    record BasisRow(String what, long n, String hits, String brier, String rate) {
    }

    private static final Map<Basis, String> BASES = Map.of(
            Basis.STATED, "gave a number",
            Basis.WORDED, "used a phrase of likelihood",
            Basis.ASSERTED, "said flatly that it will or will not",
            Basis.BET, "bet on it",
            Basis.HEDGED, "hedged: kept, never scored");

    static ScorecardView of(Scorecard card) {
        Report report = card.report();
        boolean worded = card.byBasis().get(Basis.WORDED).n() > 0;
        long n = report.n().longValue();
        return new ScorecardView(card, n, report.hits().longValue(), onRecord(card), Formats.score(report.brier()),
                Figures.scores(report.brierInterval()),
                Whisker.of(report.brier(), report.brierInterval(), 0.25, 0, 1), Formats.percent(report.baseRate()),
                Formats.score(report.log()),
                Formats.percent(report.hitRate().rate()), Figures.percents(report.hitRate().wilson()),
                Formats.percent(card.calls().rate()), Figures.percents(card.calls().wilson()),
                Whisker.of(card.calls().rate(), card.calls().wilson(), 0.5, 0, 1),
                worded && card.lexiconRange() != null ? Figures.scores(card.lexiconRange()) : null,
                n == 0 ? List.of() : rivals(report), Confidence.of(report), LevelRow.of(report.levels()),
                n >= Enough.FOR_SKILL && report.levels().size() > 1,
                card.byBasis().entrySet().stream().filter(entry -> entry.getValue().n() > 0)
                        .map(entry -> row(entry.getKey(), entry.getValue())).toList(),
                Conclusion.of(card), Enough.missing(card));
    }

    private static long onRecord(Scorecard card) {
        return card.report().n().longValue() + card.calls().n() + card.unresolved() + card.provisional() + card.voided()
                + card.hedged() + card.revisions() + card.withdrawn();
    }

    private static List<Rival> rivals(Report report) {
        List<Rival> rivals = new ArrayList<>();
        String own = Formats.score(report.brier());
        rivals.add(new Rival("A coin flip: 50\u00a0% to everything", Formats.score(0.25), own,
                Formats.percent(report.skill().coinFlip()),
                Formats.NONE));
        double baseRate = report.baseRate();
        rivals.add(new Rival("The base rate: " + Formats.percent(baseRate) + " to everything",
                Formats.score(baseRate * (1 - baseRate)), own, Formats.percent(report.skill().baseRate()), Formats.NONE));
        Comparison comparison = report.comparison();
        if (comparison != null) {
            Interval sequence = comparison.confidenceSequence();
            rivals.add(new Rival("References on record, n = " + comparison.n(), Formats.score(comparison.referenceBrier()),
                    Formats.score(comparison.referenceBrier() - comparison.meanDifference()),
                    Formats.percent(report.skill().reference()),
                    Formats.score(comparison.meanDifference()) + " (" + Figures.scores(sequence) + ")"));
        }
        return rivals;
    }

    private static BasisRow row(Basis basis, Scorecard.BasisCount count) {
        return new BasisRow(BASES.get(basis), count.n(), basis == Basis.HEDGED ? Formats.NONE : String.valueOf(count.hits()),
                Formats.score(count.brier()), Formats.percent(count.rate()));
    }
}
