package org.hindcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.Transactional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** What must never be, the database refuses, whoever asks. */
@QuarkusTest
class SchemaTest {

    @Inject
    TestClock clock;
    @Inject
    EntityManager database;

    private World world;

    @BeforeEach
    void begin() {
        world = new World(clock);
    }

    @ParameterizedTest
    @ValueSource(strings = { "update event set actor = 'somebody else'", "delete from event", "truncate event",
            "update event set actor = 'somebody else' where false" })
    void eventsAreOnlyEverAdded(String sql) {
        assertEquals("42501", assertThrows(SQLException.class, () -> Database.asService(sql)).getSQLState());
        String asOwner = assertThrows(SQLException.class, () -> Database.asOwner(sql)).getMessage();
        assertTrue(asOwner.contains("events are only ever added"), asOwner);
    }

    @ParameterizedTest
    @ValueSource(strings = { "delete from verdict", "update verdict set outcome = 'NO'", "delete from resolution",
            "delete from question", "delete from question_version", "update question_version set due_on = '2030-01-01'",
            "delete from forecast_version", "update forecast_version set statement = '?'", "delete from account",
            "delete from reminder", "delete from outbox", "delete from announcement", "update announcement set at = now()",
            "drop table outbox_other", "delete from outbox_key",
            "drop table forecast", "alter table event disable trigger all",
            "create table mine (id int)" })
    void theServiceMayNotRewriteTheRecord(String sql) {
        assertEquals("42501", assertThrows(SQLException.class, () -> Database.asService(sql)).getSQLState());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resolution_yes_and_no_need_evidence     | insert into resolution select gen_random_uuid(), question_id, question_version, 'YES', '[]', note, actor, source, resolved_at, now(), 'me', 'so' from resolution where question_id = :question
            resolution_yes_and_no_need_evidence     | insert into resolution select gen_random_uuid(), question_id, question_version, 'NO', '[]', note, actor, source, resolved_at, now(), 'me', 'so' from resolution where question_id = :question
            resolution_void_needs_a_note            | insert into resolution select gen_random_uuid(), question_id, question_version, 'VOID', '[]', '', actor, source, resolved_at, now(), 'me', 'so' from resolution where question_id = :question
            resolution_one_in_force                 | insert into resolution select gen_random_uuid(), question_id, question_version, outcome, evidence, note, actor, source, resolved_at, null, null, null from resolution where question_id = :question
            resolution_ended_by_somebody_for_a_reason | update resolution set ended_at = now() where question_id = :question
            verdict_yes_and_no_need_evidence        | insert into verdict select gen_random_uuid(), question_id, question_version, round, reviewer_id, 'YES', '[]', note, null, created_at from verdict where question_id = :question
            verdict_void_needs_a_note               | insert into verdict select gen_random_uuid(), question_id, question_version, round, reviewer_id, 'VOID', evidence, '', null, created_at from verdict where question_id = :question
            verdict_recheck_of_not_yet              | insert into verdict select gen_random_uuid(), question_id, question_version, round, reviewer_id, 'NOT_YET', evidence, note, null, created_at from verdict where question_id = :question
            verdict_question_version_fk             | insert into verdict select gen_random_uuid(), question_id, 7, round, reviewer_id, outcome, evidence, note, null, created_at from verdict where question_id = :question
            question_outcome_has_evidence           | update question set evidence = '[]' where id = :question
            question_resolved_has_an_outcome        | update question set outcome = null where id = :question
            question_asked_only_while_open          | update question set ask_at = now() where id = :question
            forecast_probability_per_mille          | update forecast set probability = 1001 where id = :forecast
            forecast_probability_per_mille          | update forecast set probability = -1 where id = :forecast
            forecast_probability_where_stated       | update forecast set probability = null where id = :forecast
            forecast_stance_where_in_words          | update forecast set stance = 'NO' where id = :forecast
            forecast_published_on_a_question        | update forecast set question_id = null where id = :forecast
            forecast_version_probability_per_mille  | insert into forecast_version (forecast_id, version, question_id, statement, basis, probability, made_on, undated, topics, actor, created_at) select id, 2, question_id, statement, basis, 1001, made_on, undated, topics, 'me', now() from forecast where id = :forecast
            reminder_asked_once                     | insert into reminder select id, :question, '2026-01-01', 0, 'INBOX', 'SENT', 0, null, now() from account cross join (values (1), (2)) twice
            assignment_one_at_a_time                | insert into assignment (id, question_id, round, asked_for, reviewer_id, stage, since) select gen_random_uuid(), :question, 1, '2026-01-01', (select id from account where username = 'reviewer'), 0, now() from (values (1), (2)) twice
            outbox_key_once                         | insert into outbox_key select 'k', gen_random_uuid() from (values (1), (2)) twice
            outbox_goes_somewhere                   | insert into outbox (id, kind, channel, message_id, payload, status, next_at, created_at) select gen_random_uuid(), 'k', 'MAIL', 'm', '{}', 'READY', now(), now()
            announcement_once                       | insert into announcement select id, 'RESOLVED', now() from resolution where question_id = :question
            follower_is_an_account_or_an_address    | insert into follower (id, mail, created_at) select gen_random_uuid(), 'DAILY', now()
            follower_email_once                     | insert into follower (id, email, mail, created_at) select gen_random_uuid(), e, 'DAILY', now() from (values ('A@b.org'), ('a@B.org')) twice (e)
            webhook_off_for_a_reason                | insert into webhook (id, account_id, url, format, secret, created_at, off_at) select gen_random_uuid(), id, 'https://example.org', 'SLACK', 's', now(), now() from account limit 1
            follow_follows_one_thing                | insert into follow (id, follower_id, mail, created_at) select gen_random_uuid(), gen_random_uuid(), 'DAILY', now()
            level_cell_unique                       | insert into level_cell select * from level_cell
            """)
    void whatMustNeverBeIsRefused(String constraint, String sql) throws SQLException {
        World.Forecast forecast = world.dueForecast().publish();
        World.resolve(forecast, "YES");
        String before = Database.rows();
        String statement = sql.replace(":question", "'" + forecast.question() + "'::uuid").replace(":forecast",
                "'" + forecast.id() + "'");
        SQLException refused = assertThrows(SQLException.class, () -> Database.asService(statement));
        assertTrue(refused.getMessage().contains("\"" + constraint + "\""), refused.getMessage());
        assertEquals(before, Database.rows());
    }

    @Test
    void aCellHoldsNoMoreHitsThanForecasts() throws SQLException {
        World.resolve(world.dueForecast().publish(), "YES");
        String cell = "update %s set hits = %s where author_id = (select id from author where slug = '" + world.author() + "')";
        for (String table : List.of("level_cell", "level_total")) {
            for (String hits : List.of("n + 1", "-1")) {
                assertThrows(SQLException.class, () -> Database.asService(cell.formatted(table, hits)));
            }
        }
    }

    @Test
    void constraintsAndIndexesAreNamedByHand() throws SQLException {
        assertEquals(List.of(), Database.asOwner(
                """
                        select c.conname from pg_constraint c join pg_class t on t.oid = c.conrelid
                        where t.relnamespace = 'public'::regnamespace and t.relname !~ '^(qrtz|flyway)' and c.contype <> 'n' and not t.relispartition
                          and c.conname ~ '_(check|key|pkey|fkey|excl)\\d*$'"""));
        assertEquals(List.of(), Database.asOwner(
                """
                        select indexname from pg_indexes where schemaname = 'public' and tablename !~ '^(qrtz|flyway|outbox_(other|\\d))'
                        and indexname ~ '_idx\\d*$'"""));
    }

    @Test
    void theServiceOwnsNothing() throws SQLException {
        assertEquals(List.of(), Database.asService("select tablename from pg_tables where schemaname = 'public' "
                + "and tableowner = current_user"));
        assertFalse(Database.asOwner("select tablename from pg_tables where schemaname = 'public' "
                + "and tableowner = current_user").isEmpty());
    }

    /** Every column of every entity is there. */
    @Test
    @Transactional
    void entitiesFitTheirTables() {
        for (EntityType<?> entity : database.getMetamodel().getEntities()) {
            database.createQuery("from " + entity.getName()).setMaxResults(1).getResultList();
        }
    }
}
