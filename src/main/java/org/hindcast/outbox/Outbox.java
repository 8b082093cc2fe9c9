package org.hindcast.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.web.Sql;

/**
 * Where everything goes that is to leave the service: as a row, in the transaction of the caller that decides on it. What is
 * here is tried at least once; it arrives twice only where the other side took it and its answer was lost, and then with the
 * same {@code Message-ID}.
 */
@ApplicationScoped
public class Outbox {

    /** Something was put in: it can be sent once the transaction is through. */
    record Filled() {
    }

    private static final String WAITING = Sql.read(Outbox.class, "waiting.sql");

    @Inject
    EntityManager database;
    @Inject
    Sender sender;
    @Inject
    Event<Filled> filled;

    /**
     * Within the transaction of the caller.
     *
     * @return its id; null where its key was here before
     */
    public UUID put(Parcel parcel, Instant now) {
        return put(newId(now), parcel, now);
    }

    /** The same under an id that was made before, for rows that refer to it. @param id of {@link #newId} */
    public UUID put(UUID id, Parcel parcel, Instant now) {
        if (parcel.key() != null && !isNew(parcel.key(), id)) {
            return null;
        }
        Entry.of(parcel, id, sender.host(), now).persist();
        filled.fire(new Filled());
        return id;
    }

    /** Many at once, each under its id of {@link #newId}; none of them has a key. */
    public void putAll(Map<UUID, Parcel> parcels, Instant now) {
        parcels.forEach((id, parcel) -> Entry.of(parcel, id, sender.host(), now).persist());
        filled.fire(new Filled());
    }

    public UUID newId(Instant now) {
        return Entry.idAt(now);
    }

    /** Whether something with this key was put in before. */
    public boolean knows(String key) {
        return !database.createNativeQuery("select 1 from outbox_key where key = :key").setParameter("key", key)
                .getResultList().isEmpty();
    }

    /**
     * Mails of this kind to these accounts that are due and that nobody has begun to send, by account: held until the end of
     * the transaction, so that what they are to tell can still be added. At most one for each.
     */
    public Map<UUID, UUID> waiting(List<UUID> accounts, String kind, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(WAITING)
                .setParameter("accounts", accounts.toArray(UUID[]::new)).setParameter("kind", kind).setParameter("now", now)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    /** The same of mails about these subjects. @return by subject, where there is one */
    public Map<UUID, UUID> waitingAbout(Collection<UUID> subjects, String kind, Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery("""
                select subject, id from outbox where subject = any (:subjects) and kind = :kind and status = 'READY'
                and next_at <= :now order by id for update skip locked""")
                .setParameter("subjects", subjects.toArray(UUID[]::new)).setParameter("kind", kind).setParameter("now", now)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (first, other) -> first));
    }

    /** Whoever a list was about is gone: links that turn it off say that it is off, and nothing is known of the address. */
    public void forget(UUID subject, Instant now) {
        UnsubscribeToken.update("addressHash = null, usedAt = coalesce(usedAt, ?1) where subject = ?2", now, subject);
    }

    private boolean isNew(String key, UUID id) {
        return database.createNativeQuery("insert into outbox_key (key, outbox_id) values (:key, :id) on conflict do nothing")
                .setParameter("key", key).setParameter("id", id).executeUpdate() == 1;
    }
}
