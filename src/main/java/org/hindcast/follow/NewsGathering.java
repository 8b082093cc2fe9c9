package org.hindcast.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hindcast.outbox.Outbox;
import org.hindcast.outbox.Parcel;
import org.hindcast.web.Rows;

/**
 * Puts what followers are to be told into one mail each, so many followers at a time; and forgets whom there is no reason to
 * know.
 */
@ApplicationScoped
class NewsGathering {

    static final int PAGE = 1000;

    private static final Duration UNCONFIRMED_KEPT = Duration.ofDays(7);
    private static final Duration TOKENS_KEPT = Duration.ofDays(400);

    @Inject
    EntityManager database;
    @Inject
    Outbox outbox;

    /**
     * At most a page of them. A mail that waits to be sent takes up what comes later. @return to how many there is something to
     * tell
     */
    @Transactional
    int gather(Instant now) {
        List<UUID> followers = toTell(now);
        Map<UUID, UUID> mails = new HashMap<>(outbox.waitingAbout(followers, FollowMail.NEWS, now));
        Map<UUID, Parcel> parcels = new LinkedHashMap<>();
        for (UUID follower : followers) {
            mails.computeIfAbsent(follower, to -> {
                UUID mail = outbox.newId(now);
                parcels.put(mail, Parcel.mailAbout(to, null, FollowMail.NEWS, Map.of()));
                return mail;
            });
        }
        outbox.putAll(parcels, now);
        Rows gathered = new Rows("uuid", "uuid", "timestamptz");
        mails.forEach((follower, mail) -> gathered.add(follower, mail, now));
        database.flush();
        database.unwrap(Session.class).doWork(connection -> gathered.execute(connection, """
                update news n set mail = r.mail from unnest(?, ?, ?) as r (follower_id, mail, at)
                where n.follower_id = r.follower_id and n.mail is null and n.due_at <= r.at"""));
        return followers.size();
    }

    @SuppressWarnings("unchecked")
    private List<UUID> toTell(Instant now) {
        return database.createNativeQuery("""
                select id from follower w where exists (
                    select from news n where n.follower_id = w.id and n.mail is null and n.due_at <= :now)
                order by id limit :most for update skip locked""", UUID.class)
                .setParameter("now", now).setParameter("most", PAGE).getResultList();
    }

    /** Addresses that nobody has confirmed within a week, and old links. */
    @Transactional
    @SuppressWarnings("unchecked")
    void forget(Instant now) {
        List<UUID> left = database.createNativeQuery("""
                delete from follow where confirmed_at is null and created_at < :before returning follower_id""", UUID.class)
                .setParameter("before", now.minus(UNCONFIRMED_KEPT)).getResultList();
        if (!left.isEmpty()) {
            database.createNativeQuery("""
                    delete from follower w where id = any (:left) and account_id is null
                    and not exists (select from follow f where f.follower_id = w.id)""")
                    .setParameter("left", left.toArray(UUID[]::new)).executeUpdate();
        }
        FollowToken.delete("createdAt < ?1", now.minus(TOKENS_KEPT));
    }
}
