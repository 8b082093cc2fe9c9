package org.hindcast.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hindcast.author.Author;
import org.hindcast.forecast.Basis;
import org.hindcast.forecast.Stance;

/** Reads cells: as many rows as a record has levels, whatever the number of forecasts. */
@ApplicationScoped
class Cells {

    private static final LocalDate FIRST_MONTH = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_MONTH = LocalDate.of(9999, 12, 31);

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
                .setParameter("from", first(scope.from(), FIRST_MONTH)).setParameter("to", first(scope.to(), LAST_MONTH))
                .setParameter("topic", scope.topic() == null ? "" : scope.topic())
                .getResultList()).stream().map(row -> cell(row, 0)).toList();
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

    private static LocalDate first(YearMonth month, LocalDate otherwise) {
        return month == null ? otherwise : month.atDay(1);
    }
}
