package org.hindcast.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

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
            inbox.tell(notice, reviewer, news(told.size(), first(reviewer, told)), now);
        }
    }

    /** A question that somebody is asked. @param handed null where nobody handed it over */
    private record Asked(UUID question, String words, Handed handed) {

        String line() {
            return handed == null ? words : words + " (" + handed.sentence() + ")";
        }
    }

    /** Those that were handed over first, then those due longest. */
    @SuppressWarnings("unchecked")
    private List<Asked> first(UUID reviewer, List<UUID> questions) {
        List<Object[]> rows = database.createNativeQuery("""
                select q.id, q.question, h.username, t.handed_note from question q
                left join assignment t on t.question_id = q.id and t.reviewer_id = :reviewer and t.ended_at is null
                left join account h on h.id = t.handed_by
                where q.id = any (:ids) order by h.id is null, q.due_at, q.id limit :most""")
                .setParameter("ids", questions.toArray(UUID[]::new)).setParameter("reviewer", reviewer)
                .setParameter("most", MOST_LISTED).getResultList();
        return rows.stream()
                .map(row -> new Asked((UUID) row[0], (String) row[1], Handed.of((String) row[2], (String) row[3]))).toList();
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

    private static News news(int count, List<Asked> asked) {
        Map<String, Object> data = Map.of("questions", asked.stream().map(Asked::question).toList(), "asked", count);
        if (count == 1) {
            Asked only = asked.get(0);
            return new News(KIND, only.question, "Your verdict, please: " + only.words,
                    only.handed == null ? null : only.handed.sentence(), "/reviews/" + only.question, data);
        }
        String first = asked.stream().limit(MOST_TOLD).map(Asked::line).collect(Collectors.joining(" · "));
        return new News(KIND, null, count + " questions wait for your verdict",
                count > MOST_TOLD ? first + " · and " + (count - MOST_TOLD) + " more" : first, "/reviews", data);
    }
}
