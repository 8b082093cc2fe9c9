package org.hindcast.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hindcast.author.Author;
import org.hindcast.forecast.Basis;
import org.hindcast.forecast.Forecast;
import org.hindcast.forecast.Stance;

/** Reads cells: as many rows as a record has levels, whatever the number of forecasts. */
@ApplicationScoped
class Cells {

    @Inject
    EntityManager database;

    /** One author's cells within a scope. */
    List<Cell> of(Author author, Scope scope) {
        return scope.isWholeRecord() ? wholeRecord(author) : within(author, scope);
    }

    @SuppressWarnings("unchecked")
    private List<Cell> wholeRecord(Author author) {
        return ((List<Tuple>) database.createNativeQuery("""
                select basis, level, phrase, stance, reference, undated, state, n, hits
                from level_total where author_id = :author and n > 0""", Tuple.class)
                .setParameter("author", author.id).getResultList()).stream().map(row -> cell(row, 0)).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Cell> within(Author author, Scope scope) {
        return ((List<Tuple>) database.createNativeQuery("""
                select basis, level, phrase, stance, reference, undated, state, sum(n), sum(hits)
                from level_cell
                where author_id = :author and month between :from and :to and (:topic = '' or topic = :topic)
                group by basis, level, phrase, stance, reference, undated, state
                having sum(n) > 0""", Tuple.class)
                .setParameter("author", author.id)
                .setParameter("from", scope.firstMonth()).setParameter("to", scope.lastMonth())
                .setParameter("topic", scope.topic() == null ? "" : scope.topic())
                .getResultList()).stream().map(row -> cell(row, 0)).toList();
    }

    /** What a forecast stands for; none for a draft. */
    @SuppressWarnings("unchecked")
    Optional<Cell> of(Forecast forecast) {
        return ((Stream<Tuple>) database.createNativeQuery("""
                select basis, level, phrase, stance, reference, undated, state, 1, hits
                from standing where forecast_id = :forecast""", Tuple.class)
                .setParameter("forecast", forecast.id).getResultStream()).findFirst().map(row -> cell(row, 0));
    }

    /** The scored ones by topic and by year, in one query. */
    @SuppressWarnings("unchecked")
    Slices slices(Author author, Scope scope) {
        SortedMap<String, List<Cell>> topics = new TreeMap<>();
        SortedMap<Integer, List<Cell>> years = new TreeMap<>();
        for (Tuple row : (List<Tuple>) database
                .createNativeQuery(
                        """
                                select topic, year, basis, level, phrase, stance, cast(null as int) as reference, false as undated, state, sum(n), sum(hits)
                                from (
                                    select *, cast(extract(year from month) as int) as year
                                    from level_cell
                                    where author_id = :author and state = 'SCORED' and month between :from and :to
                                      and (:topic = '' or topic = :topic) and not (:dated and undated)) scored
                                group by grouping sets ((topic, basis, level, phrase, stance, state), (year, basis, level, phrase, stance, state))
                                having sum(n) > 0""",
                        Tuple.class)
                .setParameter("author", author.id)
                .setParameter("from", scope.firstMonth()).setParameter("to", scope.lastMonth())
                .setParameter("topic", scope.topic() == null ? "" : scope.topic())
                .setParameter("dated", scope.isDatedOnly()).getResultList()) {
            if (row.get(1) == null) {
                topics.computeIfAbsent(row.get(0, String.class), name -> new ArrayList<>()).add(cell(row, 2));
            } else {
                years.computeIfAbsent(row.get(1, Integer.class), year -> new ArrayList<>()).add(cell(row, 2));
            }
        }
        return new Slices(topics, years);
    }

    /** The topics that an author's forecasts are scored under. */
    @SuppressWarnings("unchecked")
    List<String> topics(Author author) {
        return database.createNativeQuery(
                "select distinct topic from level_cell where author_id = :author and topic <> '' order by topic", String.class)
                .setParameter("author", author.id).getResultList();
    }

    private static Cell cell(Tuple row, int at) {
        return new Cell(Basis.valueOf(row.get(at, String.class)), row.get(at + 1, Integer.class), row.get(at + 2, String.class),
                row.get(at + 3) == null ? null : Stance.valueOf(row.get(at + 3, String.class)), row.get(at + 4, Integer.class),
                row.get(at + 5, Boolean.class), Cell.State.valueOf(row.get(at + 6, String.class)),
                ((Number) row.get(at + 7)).longValue(), ((Number) row.get(at + 8)).longValue());
    }
}
