package org.hindcast.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hindcast.account.ReviewerCame;
import org.hindcast.question.QuestionsMoved;

/** Makes a reminder for each (reviewer, question, asked-for date, step), once, however often it runs. */
@ApplicationScoped
class Asking {

    static final int PAGE = 500;

    @Inject
    EntityManager database;
    @Inject
    ReminderSettings settings;

    /**
     * Asks on the questions that have waited longest for the sweep, at most a page of them, in one transaction.
     *
     * @return how many questions were looked at
     */
    @Transactional
    int askPage(Instant now) {
        @SuppressWarnings("unchecked")
        List<UUID> due = database
                .createNativeQuery("""
                        select id from question where ask_at <= :now order by ask_at, id limit :page for update skip locked""",
                        UUID.class)
                .setParameter("now", now).setParameter("page", PAGE).getResultList();
        if (!due.isEmpty()) {
            UUID[] questions = due.toArray(UUID[]::new);
            Long[] steps = settings.steps().stream().map(Duration::toSeconds).toArray(Long[]::new);
            insert(questions, steps, now);
            askNextAt(questions, steps, now);
        }
        return due.size();
    }

    private void insert(UUID[] questions, Long[] steps, Instant now) {
        database.createNativeQuery("""
                insert into reminder (reviewer_id, question_id, asked_for, step, channel, status, created_at)
                select a.id, q.id, q.asked_for, s.ordinal - 1,
                       case when mailed then 'MAIL' else 'INBOX' end, case when mailed then 'READY' else 'SENT' end, :now
                from question q
                cross join account a
                cross join lateral (select a.email is not null and a.reminders <> 'NONE' as mailed) m
                cross join unnest(cast(:steps as bigint[])) with ordinality s (seconds, ordinal)
                left join reminder first on first.reviewer_id = a.id and first.question_id = q.id
                     and first.asked_for = q.asked_for and first.step = 0
                where q.id = any (:questions) and a.active and a.roles && cast(array ['reviewer', 'admin'] as varchar[])
                  and case when s.ordinal = 1 then q.asked_from + make_interval(secs => s.seconds)
                           else first.created_at + make_interval(secs => s.seconds - (cast(:steps as bigint[]))[1]) end <= :now
                  and not exists (select from verdict v where v.question_id = q.id and v.round = q.round
                                  and v.reviewer_id = a.id and v.outcome <> 'NOT_YET')
                order by q.id, a.id, s.ordinal
                on conflict do nothing""")
                .setParameter("questions", questions).setParameter("steps", steps).setParameter("now", now).executeUpdate();
    }

    /** The moment of the earliest step still to come; null after the last one. */
    private void askNextAt(UUID[] questions, Long[] steps, Instant now) {
        database.createNativeQuery(
                """
                        update question q set ask_at = (
                            select min(step.at)
                            from unnest(cast(:steps as bigint[])) with ordinality s (seconds, ordinal)
                            left join reminder first on first.question_id = q.id and first.asked_for = q.asked_for and first.step = 0
                            cross join lateral (
                                select case when s.ordinal = 1 then q.asked_from + make_interval(secs => s.seconds)
                                       else first.created_at + make_interval(secs => s.seconds - (cast(:steps as bigint[]))[1]) end as at) step
                            where step.at > :now)
                        where q.id = any (:questions)""")
                .setParameter("questions", questions).setParameter("steps", steps).setParameter("now", now).executeUpdate();
    }

    /** Somebody new, or back: asked at the next sweep for all that is open and due. */
    void reviewerCame(@Observes ReviewerCame came) {
        database.createNativeQuery("""
                update question set ask_at = :now where id in (
                    select id from question where status = 'OPEN' and asked_from <= :now order by id for update)""")
                .setParameter("now", came.now()).executeUpdate();
    }

    /** What is no longer asked for, or asked for another date, is not sent. */
    void cancel(@Observes QuestionsMoved moved) {
        database.createNativeQuery("""
                update reminder r set status = 'CANCELLED' from question q
                where q.id = r.question_id and q.id = any (:questions) and r.status in ('READY', 'UNKNOWN')
                  and (q.status <> 'OPEN' or q.asked_for <> r.asked_for)""")
                .setParameter("questions", moved.questions().toArray(UUID[]::new)).executeUpdate();
    }
}
