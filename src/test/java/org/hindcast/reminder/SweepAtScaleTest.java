package org.hindcast.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.hindcast.World;
import org.hindcast.outbox.Outbox;
import org.hindcast.web.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/**
 * The sweep over many open questions of which few are due: by index, page by page. Small in CI; the figures in
 * {@code docs/reliability.md} come from {@code -Dsweep.open=1000000 -Dsweep.due=10000 -Dtest.heap=384m}.
 */
@QuarkusTest
class SweepAtScaleTest {

    private static final int OPEN = Integer.getInteger("sweep.open", 20_000);
    private static final int DUE = Integer.getInteger("sweep.due", 2_000);
    private static final int WARM = DUE / 10;
    private static final int REVIEWERS = 50;

    @Inject
    TestClock clock;
    @Inject
    ReminderSweep sweep;

    private World world;

    @BeforeEach
    void begin() throws SQLException {
        world = new World(clock);
        sweep.sweep(); // what other tests left
        Database.asOwner(
                """
                        insert into account (id, username, password_hash, email, roles, time_zone, reminders, digest_at, active, created_at)
                        select gen_random_uuid(), '%1$s-' || i, 'none', '%1$s-' || i || '@example.org', array ['reviewer'], 'UTC', 'AT_ONCE',
                               '08:00', true, now() from generate_series(1, %2$d) i"""
                        .formatted(world.name, REVIEWERS));
    }

    @AfterEach
    void end() throws SQLException {
        if (OPEN > 100_000) {
            return; // by hand, and the database ends with the test
        }
        String mine = "in (select id from question where key like '" + world.name + "-%')";
        Database.asOwner("delete from outbox where account_id in (select id from account where username like '" + world.name
                + "-%')");
        Database.asOwner("delete from reminder where question_id " + mine);
        Database.asOwner("delete from assignment where question_id " + mine);
        Database.asOwner("delete from question where key like '" + world.name + "-%'");
        Database.asOwner("update account set active = false where username like '" + world.name + "-%'");
    }

    /** Each due at a minute of its own, from now on. */
    private void open() throws SQLException {
        Database.asOwner("""
                insert into question (id, key, version, question, yes_when, source_of_truth, due_on, time_zone, due_at, status,
                    asked_for, asked_from, ask_at, created_at)
                select gen_random_uuid(), '%1$s-' || i, 1, 'Question ' || i || '?', '?', '?', '2030-01-01', 'UTC', at, 'OPEN',
                       '2030-01-01', at, at, '%2$s' from generate_series(1, %3$d) i
                cross join lateral (select timestamptz '%2$s' + make_interval(mins => i) as at) t"""
                .formatted(world.name, clock.instant(), OPEN));
        Database.asOwner("vacuum analyze question, reminder, assignment, account");
    }

    @Test
    void manyOpenFewDue() throws SQLException {
        open();
        plan(0);
        due(1, WARM);
        plan(WARM);
        long cold = millis(sweep::sweep);
        due(WARM + 1, WARM + DUE);
        plan(DUE);

        Database.asOwner("create table bare (like reminder including all)");
        long bare = millis(() -> number("""
                with made as (insert into bare (reviewer_id, question_id, asked_for, step, channel, status, created_at)
                    select (select id from account where username = 'reviewer'), id, asked_for, 0, 'MAIL', 'READY', now()
                    from question where ask_at <= '%s' returning 1) select count(*) from made""".formatted(clock.instant())));
        Database.asOwner("drop table bare");
        Held held = new Held();
        long swept = millis(sweep::sweep);
        String heap = held.toString();
        assertEquals(WARM + DUE,
                number("select count(*) from reminder r join question q on q.id = r.question_id where q.key like '"
                        + world.name + "-%'"));
        assertEquals(0, number("select count(*) from question where ask_at <= '" + clock.instant() + "'"));
        long mails = number(
                "select count(distinct mail) from reminder r join question q on q.id = r.question_id where q.key like '"
                        + world.name + "-%'");
        assertTrue(mails <= number("select count(*) from account where roles && array ['reviewer'::varchar] and active"),
                () -> mails
                        + " mails");
        long idle = millis(sweep::sweep);
        System.out.printf(
                "%,d open: %,d due, the first sweep %,d ms; %,d due: %,d ms, bare insert %,d ms, ratio %.1f; %d mails; %s; "
                        + "with nothing due %d ms%n",
                OPEN, WARM, cold, DUE, swept, bare, swept / (double) bare, mails, heap, idle);
        due(1, OPEN);
        plan(OPEN);
    }

    /** The old generation: what a sweep holds on to for longer than a page ends up there. */
    private static final class Held {

        private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().matches(".*(Old|Tenured).*")).toList();
        private final long before = used();

        Held() {
            System.gc();
            pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        }

        private long used() {
            System.gc();
            return pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        }

        @Override
        public String toString() {
            long most = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            return "old generation %,d MB before, %,d MB at most, of a heap of %,d MB".formatted(before >> 20, most >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }

    /** Claims come by index as well, whatever waits among all that was sent. */
    @Test
    void theOutboxIsClaimedByIndex() throws SQLException {
        String claim = Sql.read(Outbox.class, "claim.sql").replace(":channel", "'MAIL'")
                .replace(":now", "'" + clock.instant() + "'").replace(":until", "'" + clock.instant() + "'")
                .replace(":most", "10");
        put("SENT", 1, OPEN);
        String partition = Database.asOwner("select distinct cast(tableoid as regclass) from outbox where message_id like '%@"
                + world.name + "'").get(0);
        int before = 0;
        for (int waiting : List.of(0, DUE / 10, OPEN)) {
            put("READY", OPEN + before + 1, OPEN + waiting);
            before = waiting;
            Database.asOwner("vacuum analyze outbox");
            String plan = String.join("\n", Database.asOwner("explain (costs off) " + claim));
            assertTrue(plan.contains("Index Scan using " + partition + "_channel_next_at_id_idx"), waiting + " wait:\n" + plan);
            assertFalse(plan.contains("Seq Scan on " + partition), waiting + " wait:\n" + plan);
        }
        String looking = String.join("\n", Database.asOwner("explain (costs off) " + Sql.read(Outbox.class, "waiting.sql")
                .replace("unnest(:accounts) as a (id)", "account a").replace(":kind", "'reminders'")
                .replace(":now", "'" + clock.instant() + "'")));
        assertTrue(looking.contains("Index Scan using " + partition + "_account_id_kind_id_idx"), looking);
    }

    /** Numbers from the first to the last one. */
    private void put(String status, int first, int last) throws SQLException {
        Database.asOwner(
                """
                        insert into outbox (id, kind, channel, account_id, message_id, payload, status, next_at, created_at, ended_at)
                        select overlay(cast(outbox_bound('%1$s') as text) placing lpad(to_hex(i), 12, '0') from 25 for 12)::uuid, 'none',
                               'MAIL', a.id, i || '@%2$s', '{}', '%3$s', '%1$s', '%1$s',
                               case when '%3$s' = 'SENT' then timestamptz '%1$s' end
                        from generate_series(%4$d, %5$d) i, account a where a.username = '%2$s-1'"""
                        .formatted(clock.instant(), world.name, status, first, last));
    }

    /** Numbers from the first to the last one. */
    private void due(int first, int last) throws SQLException {
        Database.asOwner(
                "update question set asked_from = '%1$s', due_at = '%1$s', ask_at = '%1$s' where key in (select '%2$s-' || i from "
                        .formatted(clock.instant(), world.name) + "generate_series(" + first + ", " + last + ") i)");
        Database.asOwner("vacuum analyze question");
    }

    /** By the index of those to ask; in its order, where more are due than one page takes, and not by sorting them all. */
    private void plan(int due) throws SQLException {
        String plan = String.join("\n", Database.asOwner("explain (costs off) " + DuePage.QUESTIONS
                .replaceFirst("\\?", "'" + clock.instant() + "'").replaceFirst("\\?", String.valueOf(Asking.PAGE))));
        assertTrue(plan.contains("question_to_ask") && !plan.contains("Seq Scan on question"), due + " due:\n" + plan);
        assertTrue(due <= Asking.PAGE || plan.contains("Index Scan using question_to_ask") && !plan.contains("Sort Key: q."),
                due + " due:\n" + plan);
    }

    private static long number(String sql) {
        try {
            return Long.parseLong(Database.asOwner(sql).get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static long millis(Runnable task) {
        long begin = System.nanoTime();
        task.run();
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
}
