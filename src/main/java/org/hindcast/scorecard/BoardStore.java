package org.hindcast.scorecard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hindcast.author.AuthorRef;
import org.hindcast.score.Interval;

/** Keeps computed boards. */
@ApplicationScoped
class BoardStore {

    private static final int BATCH = 1000;

    @Inject
    EntityManager database;

    /** For so long after the next one was computed whoever has begun to read a board may read on. */
    static final Duration READ_ON = Duration.ofMinutes(10);

    /**
     * A board that is kept.
     *
     * @param pending since when scored cells have moved that it does not know of; null where none have
     */
    record Kept(UUID id, Instant asOf, Standings.Field field, Instant pending) {
    }

    /** The last one; empty where the board was never computed. */
    Optional<Kept> last(BoardScope scope) {
        return first(heads("b.superseded_at is null", scope));
    }

    /** The one of this id, which may not be the last; empty where it is no longer kept, or of another scope. */
    Optional<Kept> named(BoardScope scope, UUID id) {
        return first(heads("b.id = :id", scope).setParameter("id", id));
    }

    private Query heads(String which, BoardScope scope) {
        return database.createNativeQuery("""
                select b.id, b.as_of, b.authors, b.ranked, b.tested, b.found, b.forecasts, b.coin, b.coin_place, b.base_rate,
                       b.base_rate_place,
                       least(b.superseded_at, (select min(c.changed_at) from board_change c where c.topic = b.topic))
                from board b where b.board = :board and b.against_reference = :reference and b.topic = :topic and\s""" + which,
                Tuple.class).setParameter("board", scope.board().name()).setParameter("reference", scope.reference())
                .setParameter("topic", scope.topicOrAll());
    }

    @SuppressWarnings("unchecked")
    private static Optional<Kept> first(Query heads) {
        return ((Stream<Tuple>) heads.getResultStream()).findFirst().map(row -> new Kept(row.get(0, UUID.class),
                row.get(1, Instant.class), new Standings.Field(whole(row, 2), whole(row, 3), whole(row, 4), whole(row, 5),
                        row.get(6, Long.class), row.get(7, Double.class), whole(row, 8), row.get(9, Double.class),
                        whole(row, 10)),
                row.get(11, Instant.class)));
    }

    /** Ranked places from a position on. */
    List<Place> ranked(Kept board, int from, int limit) {
        return places("b.position >= :from and b.rankable order by b.position", board, from, limit);
    }

    /** Those with too few, those with most first. */
    List<Place> unranked(Kept board, int limit) {
        return places("b.position >= :from and not b.rankable order by b.position", board, 0, limit);
    }

    /** Those with most forecasts. */
    List<Place> best(Kept board, int limit) {
        return places("b.position >= :from order by b.forecasts desc, b.position", board, 0, limit);
    }

    @SuppressWarnings("unchecked")
    private List<Place> places(String which, Kept board, int from, int limit) {
        return ((List<Tuple>) database.createNativeQuery("""
                select b.author_id, a.slug, a.name, b.rankable, b.rank, b.rank_low, b.rank_high, b.n, b.score, b.low, b.high,
                       b.above, b.log_e_value, b.better, b.forecasts, b.brier, b.brier_low, b.brier_high, b.calls, b.call_hits
                from board_place b join author a on a.id = b.author_id
                where b.board_id = :board and\s""" + which + " limit :limit", Tuple.class)
                .setParameter("board", board.id).setParameter("from", from).setParameter("limit", limit)
                .getResultList()).stream().map(BoardStore::place).toList();
    }

    /** Puts the board in the place of the one before; who begins to read sees one or the other. */
    void keep(BoardScope scope, Standings standings, Instant now) {
        database.createNativeQuery("""
                update board set superseded_at = :now
                where board = :board and against_reference = :reference and topic = :topic and superseded_at is null""")
                .setParameter("now", now).setParameter("board", scope.board().name())
                .setParameter("reference", scope.reference())
                .setParameter("topic", scope.topicOrAll()).executeUpdate();
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(database.unwrap(SharedSessionContractImplementor.class));
        database.unwrap(Session.class).doWork(connection -> {
            insert(connection, "board", List.<Object[]> of(row(id, scope, standings.field(), now)));
            List<Place> places = standings.places();
            insert(connection, "board_place",
                    IntStream.range(0, places.size()).mapToObj(i -> row(id, i, places.get(i))).toList());
        });
    }

    /** Takes away those that nobody reads any more. */
    void clear(Instant now) {
        database.createNativeQuery("delete from board where superseded_at < :before")
                .setParameter("before", now.minus(READ_ON)).executeUpdate();
    }

    private static Object[] row(UUID id, BoardScope scope, Standings.Field field, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return new Object[] { id, scope.board().name(), scope.reference(), scope.topicOrAll(), at, at, field.authors(),
                field.ranked(), field.tested(), field.found(), field.forecasts(), field.coin(), field.coinPlace(),
                field.baseRate(), field.baseRatePlace(), null };
    }

    private static Object[] row(UUID board, int position, Place place) {
        Interval ranks = place.rankInterval();
        return new Object[] { board, position, place.authorId(), place.rankable(), place.rank(),
                ranks == null ? null : (int) ranks.low(), ranks == null ? null : (int) ranks.high(), place.n(), place.score(),
                low(place.interval()), high(place.interval()), place.above(), place.logEValue(), place.better(),
                place.forecasts(), place.brier(), low(place.brierInterval()), high(place.brierInterval()), place.calls(),
                place.callHits() };
    }

    /** Each row has all columns of the table, in their order. */
    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < rows.get(i).length; column++) {
                    insert.setObject(column + 1, rows.get(i)[column]);
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static Place place(Tuple row) {
        return new Place(row.get(0, UUID.class), new AuthorRef(row.get(1, String.class), row.get(2, String.class)),
                row.get(3, Boolean.class), row.get(4, Integer.class),
                row.get(5) == null ? null : new Interval(whole(row, 5), whole(row, 6)), row.get(7, Long.class),
                row.get(8, Double.class), interval(row, 9), row.get(11, Double.class), row.get(12, Double.class),
                row.get(13, Boolean.class), row.get(14, Long.class), row.get(15, Double.class), interval(row, 16),
                row.get(18, Long.class), row.get(19, Long.class));
    }

    private static Interval interval(Tuple row, int low) {
        return row.get(low) == null ? null : new Interval(row.get(low, Double.class), row.get(low + 1, Double.class));
    }

    private static Double low(Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static Double high(Interval interval) {
        return interval == null ? null : interval.high();
    }

    private static int whole(Tuple row, int column) {
        return row.get(column, Integer.class);
    }
}
