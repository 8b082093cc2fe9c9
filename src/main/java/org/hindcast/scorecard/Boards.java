package org.hindcast.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.web.InvalidInput;

/**
 * Boards as they are read: the one that is kept, if there is one. One that is asked for in other words (a period, another
 * minimum), and one that has changed since and is of few authors, is computed on the spot, from one statement.
 */
@ApplicationScoped
class Boards {

    /** Of up to so many authors a changed board is not waited for. */
    static final int FEW = 500;

    private static final int MOST_UNRANKED = 200;

    @Inject
    BoardStore store;
    @Inject
    EntityManager database;

    /**
     * A page of a board.
     *
     * @param from position of the first item, from 0
     */
    Leaderboard read(BoardScope scope, int from, int limit, Instant now) {
        BoardStore.Kept kept = current(scope).orElse(null);
        if (kept != null) {
            return Leaderboard.of(scope, kept.pending() == null ? now : kept.asOf(), kept.field(),
                    store.ranked(kept, from, limit), next(from, limit, kept.field()),
                    from == 0 ? store.unranked(kept, MOST_UNRANKED) : List.of());
        }
        Standings standings = Standings.of(AuthorSums.read(database, scope), scope);
        int ranked = standings.field().ranked();
        List<Place> places = standings.places();
        return Leaderboard.of(scope, now, standings.field(), places.subList(Math.min(from, ranked),
                Math.min(ranked, from + limit)), next(from, limit, standings.field()),
                from == 0 ? places.subList(ranked, Math.min(places.size(), ranked + MOST_UNRANKED)) : List.of());
    }

    /** Authors with most scored forecasts, on a topic or on all but the classics. */
    List<Place> supported(String topic, int limit) {
        var scope = new BoardScope(Leaderboard.Board.probabilities, topic, null, null, BoardScope.MINIMUM, false);
        return current(scope).map(kept -> store.best(kept, limit))
                .orElseGet(() -> AuthorSums.read(database, scope).stream()
                        .sorted(Comparator.comparing((AuthorSums one) -> -one.n())).limit(limit)
                        .map(one -> Standings.unranked(one, scope)).toList());
    }

    private Optional<BoardStore.Kept> current(BoardScope scope) {
        return scope.isKept()
                ? store.find(scope).filter(kept -> kept.pending() == null || kept.field().authors() > FEW)
                : Optional.empty();
    }

    private static String next(int from, int limit, Standings.Field field) {
        return from + limit < field.ranked() ? String.valueOf(from + limit) : null;
    }

    /** @throws InvalidInput unless it is one that a board gave */
    static int position(String cursor) {
        try {
            int position = cursor == null ? 0 : Integer.parseInt(cursor);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidInput("cursor", "the 'next' of an answer to the same list is accepted");
    }
}
