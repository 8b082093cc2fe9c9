package org.hindcast.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.score.Brier;
import org.hindcast.score.Calls;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Formats;

/** What an author's scored forecasts come to, in a line. */
record Summary(AuthorRef author, long n, String brier, String interval, Whisker whisker, String calls) {

    /** Authors with any scored forecast, those with the most first; one query whatever their number. */
    static List<Summary> of(Map<UUID, List<Cell>> scored, int limit) {
        List<UUID> most = scored.keySet().stream()
                .sorted(Comparator.comparing((UUID author) -> -forecasts(scored.get(author))).thenComparing(UUID::toString))
                .limit(limit).toList();
        Map<UUID, Author> authors = Author.<Author> list("id in ?1", most).stream()
                .collect(Collectors.toMap(author -> author.id, Function.identity()));
        return most.stream().map(id -> of(AuthorRef.of(authors.get(id)), scored.get(id))).toList();
    }

    private static long forecasts(List<Cell> cells) {
        return cells.stream().filter(Cell::isScoredProbability).mapToLong(Cell::n).sum();
    }

    private static Summary of(AuthorRef author, List<Cell> cells) {
        List<Cell> probabilities = cells.stream().filter(Cell::isScoredProbability).toList();
        Brier brier = Brier.of(Scorecard.levels(probabilities, Lexicon.standard()).levels());
        Calls calls = Scorecard.calls(cells);
        return new Summary(author, forecasts(cells), Formats.score(brier.mean()), Figures.scores(brier.interval()),
                Whisker.of(brier.mean(), brier.interval(), 0.25, 0, 1),
                calls.n() == 0 ? Formats.NONE : calls.hits() + " of " + calls.n());
    }
}
