package org.hindcast.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;

/**
 * Has tried again what was given up, with all its attempts, under the same Message-ID. Within the transaction of the caller.
 */
@ApplicationScoped
class Retrying {

    private static final int AT_ONCE = 1000;

    @Inject
    EntityManager database;
    @Inject
    Event<Retried> retried;
    @Inject
    Event<Outbox.Filled> filled;

    /** @throws Conflict unless it was given up */
    void retry(UUID id, String by, Instant now) {
        if (retry(List.of(id), by, now) == 0) {
            throw new Conflict("It has not been given up: it was sent, cancelled, or is still being tried.");
        }
    }

    /** The oldest first. @return how many, of a thousand at most */
    int retryAll(String by, Instant now) {
        return retry(Entry.dead(AT_ONCE), by, now);
    }

    private int retry(List<UUID> ids, String by, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery("""
                update outbox set status = 'READY', next_at = :now, attempts = 0, unanswered = 0, ended_at = null
                where id = any (:ids) and status = 'DEAD' returning id, kind""")
                .setParameter("now", now).setParameter("ids", ids.toArray(UUID[]::new)).getResultList();
        for (Object[] row : rows) {
            Retried one = new Retried((UUID) row[0], (String) row[1]);
            RecordedEvent.record(now, by, "outbox.retried", one.id(), Map.of("kind", one.kind()));
            retried.fire(one);
        }
        filled.fire(new Outbox.Filled());
        return rows.size();
    }
}
