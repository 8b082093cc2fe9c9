package org.hindcast.scorecard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.web.Cursor;
import org.hindcast.web.InvalidInput;

/**
 * Boards as they are read: the one that is kept, if there is one. One that is asked for in other words (a period, another
 * minimum), and one that has changed since and is of few authors, is computed on the spot, from one statement. A cursor names
 * the board that it is of: the next page is of the same one, although another may have been computed.
 */
@ApplicationScoped
class Boards {

    /** Of up to so many authors a changed board is not waited for, where it goes onto one page. */
    static final int FEW = 500;

    private static final int MOST_UNRANKED = 200;

    @Inject
    BoardStore store;
    @Inject
    EntityManager database;

    /**
     * A page of a board.
     *
     * @param after where the page before ends; null for the first
     * @throws InvalidInput if that is of another board, or of one that has changed and is no longer kept
     */
    Leaderboard read(BoardScope scope, Cursor after, int limit, Instant now) {
        int from = position(after);
        return (after == null ? current(scope, limit) : named(scope, after))
                .map(kept -> kept(scope, kept, from, limit, now))
                .orElseGet(() -> computed(scope, after, limit, now));
    }

    private Leaderboard kept(BoardScope scope, BoardStore.Kept kept, int from, int limit, Instant now) {
        return Leaderboard.of(scope, kept.pending() == null ? now : kept.asOf(), kept.field(), store.ranked(kept, from, limit),
                next(from + limit, kept.field(), kept::id), from == 0 ? store.unranked(kept, MOST_UNRANKED) : List.of());
    }

    /** The next page follows wherever the same authors, in whatever order, are before it. */
    private Leaderboard computed(BoardScope scope, Cursor after, int limit, Instant now) {
        Standings standings = Standings.of(AuthorSums.read(database, scope), scope);
        int ranked = standings.field().ranked();
        int from = Math.min(position(after), ranked);
        if (after != null && !after.id().equals(standings.nameOfFirst(from, scope))) {
            throw new InvalidInput("cursor", "the 'next' of an answer to the same list is accepted, until the board changes; "
                    + "begin with its first page again");
        }
        int to = Math.min(ranked, from + limit);
        List<Place> places = standings.places();
        return Leaderboard.of(scope, now, standings.field(), places.subList(from, to),
                next(to, standings.field(), () -> standings.nameOfFirst(to, scope)),
                from == 0 ? places.subList(ranked, Math.min(places.size(), ranked + MOST_UNRANKED)) : List.of());
    }

    /** Authors with most scored forecasts, on a topic or on all but the classics. */
    List<Place> supported(String topic, int limit) {
        var scope = new BoardScope(Leaderboard.Board.probabilities, topic, null, null, BoardScope.MINIMUM, false);
        return current(scope, limit).map(kept -> store.best(kept, limit))
                .orElseGet(() -> AuthorSums.read(database, scope).stream()
                        .sorted(Comparator.comparing((AuthorSums one) -> -one.n())).limit(limit)
                        .map(one -> Standings.unranked(one, scope)).toList());
    }

    private Optional<BoardStore.Kept> current(BoardScope scope, int limit) {
        return scope.isKept()
                ? store.last(scope).filter(kept -> kept.pending() == null || kept.field().authors() > FEW
                        || kept.field().ranked() > limit)
                : Optional.empty();
    }

    private Optional<BoardStore.Kept> named(BoardScope scope, Cursor after) {
        return scope.isKept() ? store.named(scope, after.id()) : Optional.empty();
    }

    private static String next(int to, Standings.Field field, Supplier<UUID> board) {
        return to < field.ranked() ? new Cursor(String.valueOf(to), board.get()).toString() : null;
    }

    /** Of the first item after it, from 0. @throws InvalidInput unless it is one that a board gave */
    static int position(Cursor after) {
        return after == null ? 0 : after.keyAs(Integer::parseInt);
    }
}
