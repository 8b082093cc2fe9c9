package org.hindcast.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hindcast.inbox.Delivering;
import org.hindcast.inbox.Inbox;
import org.hindcast.inbox.News;

/** Tells reviewers in their inbox what they are asked: at once, what a sweep asks together in one notice. */
@ApplicationScoped
class Telling {

    static final String KIND = "verdict.asked";

    private static final int MOST_LISTED = 20;
    private static final int MOST_TOLD = 3;

    @Inject
    EntityManager database;
    @Inject
    Inbox inbox;

    /** Reviewers who were asked something that no notice tells yet. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<UUID> toTell() {
        return database.createNativeQuery("""
                select id from account a where a.active and exists (
                    select from reminder r where r.reviewer_id = a.id and r.notice is null and r.status <> 'CANCELLED')
                order by id""", UUID.class).getResultList();
    }

    /** What another node holds it is telling itself. */
    @Transactional
    @SuppressWarnings("unchecked")
    void tell(UUID reviewer, Instant now) {
        UUID notice = inbox.newId(now);
        List<UUID> told = database.createNativeQuery("""
                with found as (
                    select reviewer_id, question_id, asked_for, step from reminder
                    where reviewer_id = :reviewer and notice is null and status <> 'CANCELLED' for update skip locked),
                told as (
                    update reminder r set notice = :notice from found f
                    where r.reviewer_id = f.reviewer_id and r.question_id = f.question_id and r.asked_for = f.asked_for
                      and r.step = f.step
                    returning r.question_id)
                select distinct question_id from told""", UUID.class)
                .setParameter("reviewer", reviewer).setParameter("notice", notice).getResultList();
        if (!told.isEmpty()) {
            inbox.tell(notice, reviewer, news(told.size(), first(told)), now);
        }
    }

    /** Id and words, those due longest first. */
    @SuppressWarnings("unchecked")
    private List<Object[]> first(List<UUID> questions) {
        return database
                .createNativeQuery("select id, question from question where id = any (:ids) order by due_at, id limit :most")
                .setParameter("ids", questions.toArray(UUID[]::new)).setParameter("most", MOST_LISTED).getResultList();
    }

    /** What nothing of waits for them any more is not sent. */
    void deliver(@Observes Delivering notice) {
        if (notice.isKind(KIND) && database.createNativeQuery("""
                select 1 from reminder r join assignment t on t.question_id = r.question_id and t.reviewer_id = r.reviewer_id
                where r.notice = :notice and t.ended_at is null limit 1""")
                .setParameter("notice", notice.notice().id).getResultList().isEmpty()) {
            notice.drop();
        }
    }

    private static News news(int count, List<Object[]> asked) {
        Map<String, Object> data = Map.of("questions", asked.stream().map(row -> row[0]).toList(), "asked", count);
        if (count == 1) {
            UUID question = (UUID) asked.get(0)[0];
            return new News(KIND, question, "Your verdict, please: " + asked.get(0)[1], null, "/reviews/" + question, data);
        }
        String first = asked.stream().limit(MOST_TOLD).map(row -> (String) row[1])
                .reduce((one, other) -> one + " · " + other).orElseThrow();
        return new News(KIND, null, count + " questions wait for your verdict",
                count > MOST_TOLD ? first + " · and " + (count - MOST_TOLD) + " more" : first, "/reviews", data);
    }
}
