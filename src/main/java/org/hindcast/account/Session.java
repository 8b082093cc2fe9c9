package org.hindcast.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * Somebody signed in at the pages with one browser. Every request reads it here, and nowhere is it kept beside: once it is
 * deleted, its cookie is dead on every node.
 */
@Entity
public class Session extends PanacheEntityBase {

    private static final int SHOWN_OF_USER_AGENT = 120;
    /** Reading pages does not write to the database each time. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /** SHA-256 of what the cookie holds. */
    @Id
    public String idHash;
    @ManyToOne
    public Account account;
    public String userAgent;
    public Instant createdAt;
    public Instant lastSeenAt;
    public Instant idleEndsAt;
    public Instant endsAt;

    /** @return what the cookie is to hold */
    static Secret open(Account account, String userAgent, Instant now, SessionSettings settings) {
        Secret id = Secret.random("");
        Session session = new Session();
        session.idHash = id.hash();
        session.account = account;
        session.userAgent = shortened(userAgent);
        session.createdAt = now;
        session.endsAt = now.plus(settings.longest());
        session.lastSeenAt = now;
        session.idleEndsAt = session.idleEnd(now, settings);
        session.persist();
        return id;
    }

    /** @return null where there is no such session, or no longer */
    static Session alive(String id, Instant now) {
        return find("from Session s join fetch s.account where s.idHash = ?1 and s.idleEndsAt > ?2 and s.endsAt > ?2"
                + " and s.account.active", Secret.hash(id), now).firstResult();
    }

    static List<Session> of(Account account, Instant now) {
        return list("account = ?1 and idleEndsAt > ?2 and endsAt > ?2 order by lastSeenAt desc, idHash", account, now);
    }

    /** By a statement of its own: where the session is ended at the same moment, it stays ended. */
    void use(Instant now, SessionSettings settings) {
        if (now.isAfter(lastSeenAt.plus(SEEN_EVERY))) {
            update("lastSeenAt = ?1, idleEndsAt = ?2 where idHash = ?3", now, idleEnd(now, settings), idHash);
        }
    }

    private Instant idleEnd(Instant now, SessionSettings settings) {
        Instant idle = now.plus(settings.idle());
        return idle.isBefore(endsAt) ? idle : endsAt;
    }

    private static String shortened(String userAgent) {
        String text = userAgent == null ? "" : userAgent.replaceAll("[^\\x20-\\x7e]", "?");
        return text.substring(0, Math.min(text.length(), SHOWN_OF_USER_AGENT));
    }
}
