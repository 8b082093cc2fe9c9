package org.hindcast.scorecard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;

/**
 * Computes the boards whose cells have moved; however many verdicts came in between, each board once. Each topic is one
 * transaction: it takes away the lines that say what changed before it reads the cells, so what changes meanwhile is seen now
 * or stays for the next sweep.
 */
@ApplicationScoped
public class BoardSweep {

    private static final Logger LOG = Logger.getLogger(BoardSweep.class);

    @Inject
    Clock clock;
    @Inject
    EntityManager database;
    @Inject
    BoardStore store;

    @Scheduled(identity = "board-sweep", every = "{hindcast.boards.every}")
    @Nonconcurrent
    void scheduled() {
        sweep();
    }

    /** @return how many topics' boards were computed; one that fails leaves the others to be computed, and is tried again */
    public int sweep() {
        Instant now = clock.instant();
        int computed = 0;
        for (String topic : QuarkusTransaction.requiringNew().call(this::changed)) {
            try {
                QuarkusTransaction.requiringNew().timeout(600).run(() -> compute(topic, now));
                computed++;
            } catch (RuntimeException e) {
                LOG.errorf(e, "The boards of topic '%s' could not be computed", topic);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            confirm(now);
            store.clear(now);
        });
        return computed;
    }

    /** Topics whose cells have moved, and those that have cells and no board yet; '' for all together. */
    @SuppressWarnings("unchecked")
    private List<String> changed() {
        return database.createNativeQuery("""
                select topic from board_change
                union
                (select topic from (select distinct topic from level_cell where state = 'SCORED' union select '') scored
                 where not exists (select from board b where b.topic = scored.topic and b.superseded_at is null))
                order by topic""", String.class).getResultList();
    }

    private void compute(String topic, Instant now) {
        database.createNativeQuery("delete from board_change where topic = :topic").setParameter("topic", topic)
                .executeUpdate();
        String named = topic.isEmpty() ? null : topic;
        var probabilities = new BoardScope(Leaderboard.Board.probabilities, named, null, null, BoardScope.MINIMUM, false);
        List<AuthorSums> authors = AuthorSums.read(database, probabilities);
        for (BoardScope scope : List.of(probabilities,
                new BoardScope(Leaderboard.Board.probabilities, named, null, null, BoardScope.MINIMUM, true),
                new BoardScope(Leaderboard.Board.calls, named, null, null, BoardScope.MINIMUM, false))) {
            store.keep(scope, Standings.of(authors, scope), now);
        }
    }

    /** Where nothing has moved, a board is as good as if it were computed now. */
    private void confirm(Instant now) {
        database.createNativeQuery("""
                update board b set as_of = :now
                where as_of < :now and superseded_at is null
                  and not exists (select from board_change c where c.topic = b.topic)""")
                .setParameter("now", now).executeUpdate();
    }
}
