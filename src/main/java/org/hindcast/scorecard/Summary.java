package org.hindcast.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.score.Calls;
import org.hindcast.score.Lexicon;
import org.hindcast.score.Report;
import org.hindcast.web.Formats;

/** What an author's scored forecasts come to, in a line. */
record Summary(AuthorRef author, long n, String brier, String interval, Whisker whisker, long calls, String callRate,
        String callInterval) {

    /** Brier scores are drawn from 0 to this, where nearly all of them lie; the coin's 0.25 is in the middle. */
    static final double WORST_DRAWN = 0.5;

    /** Authors with any scored forecast, those with the most first; two queries whatever their number. */
    static List<Summary> of(Map<UUID, List<Cell>> scored, int limit) {
        return Author.<Author> list("id in ?1", scored.keySet()).stream()
                .map(author -> of(AuthorRef.of(author), scored.get(author.id)))
                .sorted(Comparator.comparing((Summary one) -> -one.n).thenComparing(one -> -one.calls)
                        .thenComparing(one -> one.author.slug()))
                .limit(limit).toList();
    }

    private static Summary of(AuthorRef author, List<Cell> cells) {
        List<Cell> probabilities = cells.stream().filter(Cell::isScoredProbability).toList();
        Report report = Report.of(Scorecard.levels(probabilities, Lexicon.standard()).levels());
        Calls calls = Scorecard.calls(cells);
        return new Summary(author, report.n().longValue(), Formats.score(report.brier()),
                Figures.scores(report.brierInterval()),
                Whisker.of(report.brier(), report.brierInterval(), 0.25, 0, WORST_DRAWN), calls.n(),
                Formats.percent(calls.rate()), Figures.percents(calls.wilson()));
    }
}
