package org.hindcast.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.author.Author;
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.ForecastLine;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Sql;

/**
 * The forecasts behind an author's best and worst Brier scores. Which scores these are, the cells say; the forecasts are then
 * read by index, a few for each, the latest due first.
 */
@ApplicationScoped
class Extremes {

    private static final int EACH = 3;
    private static final String EXTREMES = Sql.read(Extremes.class, "extremes.sql");

    record Found(List<ForecastLine> best, List<ForecastLine> worst) {

        static final Found NONE = new Found(List.of(), List.of());
    }

    /** Forecasts that say and came to the same. */
    private record Kind(Integer level, String phrase, String stance, int hits) {
    }

    @Inject
    EntityManager database;

    /** None where so few are scored that the best would be among the worst. */
    Found of(Author author, Scope scope, List<Cell> cells, Lexicon lexicon, Instant now) {
        List<Cell> probabilities = cells.stream().filter(Cell::isScoredProbability).toList();
        if (probabilities.stream().mapToLong(Cell::n).sum() < 2 * EACH) {
            return Found.NONE;
        }
        Map<Kind, Long> losses = losses(probabilities, lexicon);
        Comparator<Kind> byLoss = Comparator.<Kind> comparingLong(losses::get).thenComparing(Kind::toString);
        List<UUID> best = ids(author, scope, first(losses, byLoss));
        List<UUID> worst = ids(author, scope, first(losses, byLoss.reversed()));
        List<UUID> all = new ArrayList<>(best);
        all.addAll(worst);
        Map<UUID, ForecastLine> lines = Forecast.byIds(all).stream()
                .collect(Collectors.toMap(forecast -> forecast.id, forecast -> ForecastLine.of(forecast, lexicon, now)));
        return new Found(best.stream().map(lines::get).toList(), worst.stream().map(lines::get).toList());
    }

    private static Map<Kind, Long> losses(List<Cell> probabilities, Lexicon lexicon) {
        Map<Kind, Long> losses = new TreeMap<>(Comparator.comparing(Kind::toString));
        for (Cell cell : probabilities) {
            int perMille = cell.perMille(lexicon);
            String stance = cell.stance() == null ? null : cell.stance().name();
            if (cell.hits() > 0) {
                losses.put(new Kind(cell.level(), cell.phrase(), stance, 1), BrierSum.of(perMille, 1, 1).millionths());
            }
            if (cell.n() > cell.hits()) {
                losses.put(new Kind(cell.level(), cell.phrase(), stance, 0), BrierSum.of(perMille, 1, 0).millionths());
            }
        }
        return losses;
    }

    private static List<Kind> first(Map<Kind, Long> losses, Comparator<Kind> order) {
        return losses.keySet().stream().sorted(order).limit(EACH).toList();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> ids(Author author, Scope scope, List<Kind> kinds) {
        return database.createNativeQuery(EXTREMES, UUID.class)
                .setParameter("levels", kinds.stream().map(Kind::level).toArray(Integer[]::new))
                .setParameter("phrases", kinds.stream().map(Kind::phrase).toArray(String[]::new))
                .setParameter("stances", kinds.stream().map(Kind::stance).toArray(String[]::new))
                .setParameter("hits", kinds.stream().map(Kind::hits).toArray(Integer[]::new))
                .setParameter("author", author.id).setParameter("from", scope.firstMonth())
                .setParameter("to", scope.lastMonth()).setParameter("topic", scope.topic() == null ? "" : scope.topic())
                .setParameter("dated", scope.isDatedOnly()).setParameter("most", EACH).getResultList();
    }
}
