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
record Summary(AuthorRef author, long n, String brier, String interval, Whisker whisker, String calls) {

    /** Authors with any scored forecast, those with the most first; two queries whatever their number. */
    static List<Summary> of(Map<UUID, List<Cell>> scored, int limit) {
        return Author.<Author> list("id in ?1", scored.keySet()).stream()
                .map(author -> of(AuthorRef.of(author), scored.get(author.id)))
                .sorted(Comparator.comparing((Summary one) -> -one.n)
                        .thenComparing(one -> one.author.slug()))
                .limit(limit).toList();
    }

    private static Summary of(AuthorRef author, List<Cell> cells) {
        List<Cell> probabilities = cells.stream().filter(Cell::isScoredProbability).toList();
        Report report = Report.of(Scorecard.levels(probabilities, Lexicon.standard()).levels());
        Calls calls = Scorecard.calls(cells);
        return new Summary(author, report.n().longValue(), Formats.score(report.brier()),
                Figures.scores(report.brierInterval()),
                Whisker.of(report.brier(), report.brierInterval(), 0.25, 0, 1),
                calls.n() == 0 ? Formats.NONE : calls.hits() + " of " + calls.n());
    }
}
