package org.hindcast.reminder;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.account.ReviewerCame;
import org.hindcast.account.ReviewerLeft;
import org.hindcast.inbox.Notice;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.review.TurnChanged;

/** What happens to questions and people, and changes who is to be asked; in the transaction in which it happens. */
@ApplicationScoped
class Changes {

    @Inject
    EntityManager database;

    /** Somebody new, or back: the next sweep finds them for what waits and asks nobody. */
    void reviewerCame(@Observes ReviewerCame came) {
        database.createNativeQuery("""
                update question set ask_at = :now where id in (
                    select id from question q where status = 'OPEN' and asked_from <= :now
                    and not exists (select from assignment t where t.question_id = q.id and t.ended_at is null)
                    order by id for update)""")
                .setParameter("now", came.now()).executeUpdate();
    }

    /** The next sweep passes on what was asked of them. */
    void reviewerLeft(@Observes ReviewerLeft left) {
        database.createNativeQuery(
                """
                        update question set ask_at = :now where id in (
                            select q.id from question q join assignment t on t.question_id = q.id
                            where t.reviewer_id = :reviewer and t.ended_at is null and q.status = 'OPEN' order by q.id for update of q)""")
                .setParameter("now", left.now()).setParameter("reviewer", left.account()).executeUpdate();
    }

    /** What they were to be told of it is not sent any more. */
    void turnChanged(@Observes TurnChanged changed) {
        database.createNativeQuery("""
                update reminder set status = 'CANCELLED' where question_id = :question and reviewer_id = :reviewer
                and status in ('READY', 'UNKNOWN')""")
                .setParameter("question", changed.question()).setParameter("reviewer", changed.reviewer()).executeUpdate();
    }

    /** A turn ends with the question, with a new date, and with the verdict; what is not sent yet is not sent any more. */
    void questionsMoved(@Observes QuestionsMoved moved) {
        Object questions = moved.questions().toArray(UUID[]::new);
        database.createNativeQuery("""
                update assignment t set ended_at = :now, ended_because = case when exists (
                    select from verdict v where v.question_id = t.question_id and v.reviewer_id = t.reviewer_id
                    and v.created_at >= t.since) then 'ANSWERED' else 'MOVED' end
                from question q where q.id = t.question_id and q.id = any (:questions) and t.ended_at is null
                  and (q.status <> 'OPEN' or q.asked_for <> t.asked_for or q.round <> t.round or exists (
                      select from verdict v where v.question_id = q.id and v.round = q.round
                      and v.reviewer_id = t.reviewer_id and v.outcome <> 'NOT_YET'))""")
                .setParameter("questions", questions).setParameter("now", moved.now()).executeUpdate();
        database.createNativeQuery("""
                update reminder r set status = 'CANCELLED' from question q
                where q.id = r.question_id and q.id = any (:questions) and r.status in ('READY', 'UNKNOWN')
                  and (q.status <> 'OPEN' or q.asked_for <> r.asked_for or exists (
                      select from verdict v where v.question_id = q.id and v.round = q.round
                      and v.reviewer_id = r.reviewer_id and v.outcome <> 'NOT_YET') or exists (
                      select from assignment t where t.question_id = q.id and t.reviewer_id = r.reviewer_id
                      and t.ended_at = :now))""")
                .setParameter("questions", questions).setParameter("now", moved.now()).executeUpdate();
        Notice.settle(answered(questions), moved.now());
    }

    /** Unread notices on these questions of which nothing waits for a verdict of whoever was told. */
    @SuppressWarnings("unchecked")
    private List<UUID> answered(Object questions) {
        return database
                .createNativeQuery(
                        """
                                select n.id from notice n where n.read_at is null
                                  and n.id in (select notice from reminder where question_id = any (:questions))
                                  and not exists (
                                      select from reminder r join assignment t on t.question_id = r.question_id and t.reviewer_id = r.reviewer_id
                                      where r.notice = n.id and t.ended_at is null)""",
                        UUID.class)
                .setParameter("questions", questions).getResultList();
    }
}
