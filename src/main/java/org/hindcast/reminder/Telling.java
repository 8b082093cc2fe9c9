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

    @Transactional
    @SuppressWarnings("unchecked")
    void tell(UUID reviewer, Instant now) {
        List<Object[]> asked = database.createNativeQuery("""
                select q.id, q.question, count(*) over () from question q where q.id in (
                    select question_id from reminder where reviewer_id = :reviewer and notice is null and status <> 'CANCELLED')
                order by q.due_at, q.id limit :most""")
                .setParameter("reviewer", reviewer).setParameter("most", MOST_LISTED).getResultList();
        if (asked.isEmpty()) {
            return; // another node was faster
        }
        database.createNativeQuery("""
                update reminder set notice = :notice where reviewer_id = :reviewer and notice is null
                and status <> 'CANCELLED'""")
                .setParameter("notice", inbox.tell(reviewer, news(asked), now)).setParameter("reviewer", reviewer)
                .executeUpdate();
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

    private static News news(List<Object[]> asked) {
        long count = (Long) asked.get(0)[2];
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
