package org.hindcast.scorecard;

import java.util.List;
import java.util.Map;

import org.hindcast.forecast.Basis;
import org.hindcast.score.Level;
import org.hindcast.score.Report;
import org.hindcast.web.Formats;

/** A scorecard as a page shows it, every figure as text. */
record ScorecardView(Scorecard card, long n, long hits, String brier, String interval, Whisker whisker, String baseRate,
        String baseRateBrier, String log, String hitRate, String hitRateInterval, String callRate, String callInterval,
        Whisker callWhisker, String lexiconRange, List<LevelRow> levels, List<BasisRow> byBasis, String conclusion) {

    /**
     * Forecasts of one probability.
     *
     * @param bar how often it came true, and
     * @param tick what was said, both as per cent of the width
     */
    record LevelRow(String said, long n, long hits, String frequency, String bar, String tick) {

        static LevelRow of(Level level) {
            double share = level.hits().doubleValue() / level.n().doubleValue();
            return new LevelRow(Formats.percent(level.p()), level.n().longValue(), level.hits().longValue(),
                    Formats.percent(share), Math.round(1000 * share) / 10.0 + "%", Math.round(1000 * level.p()) / 10.0 + "%");
        }
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
        Double baseRate = report.baseRate();
        boolean worded = card.byBasis().get(Basis.WORDED).n() > 0;
        return new ScorecardView(card, report.n().longValue(), report.hits().longValue(), Formats.score(report.brier()),
                Figures.scores(report.brierInterval()),
                Whisker.of(report.brier(), report.brierInterval(), 0.25, 0, 1), Formats.percent(baseRate),
                Formats.score(baseRate == null ? null : Double.valueOf(baseRate * (1 - baseRate))), Formats.score(report.log()),
                Formats.percent(report.hitRate().rate()), Figures.percents(report.hitRate().wilson()),
                Formats.percent(card.calls().rate()), Figures.percents(card.calls().wilson()),
                Whisker.of(card.calls().rate(), card.calls().wilson(), 0.5, 0, 1),
                worded && card.lexiconRange() != null ? Figures.scores(card.lexiconRange()) : null,
                report.levels().stream().map(LevelRow::of).toList(),
                card.byBasis().entrySet().stream().filter(entry -> entry.getValue().n() > 0)
                        .map(entry -> row(entry.getKey(), entry.getValue())).toList(),
                Conclusion.of(card));
    }

    private static BasisRow row(Basis basis, Scorecard.BasisCount count) {
        return new BasisRow(BASES.get(basis), count.n(), basis == Basis.HEDGED ? Formats.NONE : String.valueOf(count.hits()),
                Formats.score(count.brier()), Formats.percent(count.rate()));
    }
}
