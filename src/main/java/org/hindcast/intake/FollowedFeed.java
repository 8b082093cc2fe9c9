package org.hindcast.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.author.Author;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NameLock;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** An RSS or Atom feed that is read again and again. */
@Entity
@Table(name = "feed")
public class FollowedFeed extends PanacheEntityBase {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(2);
    private static final int LONGEST_ERROR = 500;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public String url;
    /** What it calls itself; null until it was read. */
    public String title;
    /** Whose items they are where they name nobody; null where an editor says so each time. */
    @ManyToOne(fetch = FetchType.LAZY)
    public Author author;
    public boolean active;
    public String etag;
    public String lastModified;
    public Instant nextAt;
    public Instant readAt;
    public int failures;
    /** A sentence without its subject; null where the last reading went well. */
    public String lastError;
    public String createdBy;
    public Instant createdAt;

    /** @throws NotFound if there is none */
    static FollowedFeed byId(UUID id) {
        return FollowedFeed.<FollowedFeed> find("from FollowedFeed f left join fetch f.author where f.id = ?1", id)
                .firstResultOptional().orElseThrow(() -> new NotFound("feed", id));
    }

    /** The last followed first. */
    static List<FollowedFeed> page(Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (after != null) {
            conditions.and("f.id < :id", "id", after.id());
        }
        return find("from FollowedFeed f left join fetch f.author where " + conditions + " order by f.id desc",
                conditions.parameters).range(0, limit).list();
    }

    /** Follows it from now on; the one that is followed already where there is one. */
    static FollowedFeed follow(String url, Author author, String by, Instant now) {
        FollowedFeed known = NameLock.find("feed", url, () -> find("url", url).firstResult());
        FollowedFeed feed = known != null ? known : new FollowedFeed();
        feed.author = author != null ? author : feed.author;
        feed.active = true;
        feed.nextAt = now;
        feed.failures = 0;
        if (known == null) {
            feed.url = url;
            feed.createdBy = by;
            feed.createdAt = now;
            feed.persist();
        }
        RecordedEvent.record(now, by, "feed.followed", feed.id, Map.of("url", url));
        return feed;
    }

    /**
     * The one whose time came first, for whoever asks: nobody else gets it before it was left alone for this long.
     *
     * @return null where none is due
     */
    static FollowedFeed claim(Instant now, Duration interval) {
        @SuppressWarnings("unchecked")
        List<UUID> due = getEntityManager().createNativeQuery("""
                update feed set next_at = :next where id = (
                    select id from feed where active and next_at <= :now order by next_at limit 1 for update skip locked)
                returning id""", UUID.class).setParameter("next", now.plus(interval)).setParameter("now", now).getResultList();
        return due.isEmpty() ? null : byId(due.get(0));
    }

    /** @return whether it is followed there from now on; not where another one is already */
    boolean moveTo(String address) {
        if (count("url", address) > 0) {
            return false;
        }
        url = address;
        return true;
    }

    void stop(String by, Instant now) {
        active = false;
        RecordedEvent.record(now, by, "feed.stopped", id, Map.of("url", url));
    }

    void wasRead(Instant now) {
        readAt = now;
        failures = 0;
        lastError = null;
    }

    /** @param forever whether it says itself that it will not come back */
    void failed(String error, boolean forever, Duration interval, Instant now) {
        failures++;
        lastError = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        Duration pause = interval.multipliedBy(1L << Math.min(failures, 10));
        nextAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        active = !forever;
    }

    public String name() {
        return title != null ? title : url;
    }
}
