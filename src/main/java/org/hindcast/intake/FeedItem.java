package org.hindcast.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.article.Feed;
import org.hindcast.piece.Piece;
import org.hindcast.web.Conditions;
import org.hindcast.web.Conflict;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What came by a feed, for an editor to take up as a piece or to pass over. */
@Entity
public class FeedItem extends PanacheEntityBase {

    public enum Status {
        UNREAD,
        TAKEN,
        PASSED,
        /** Waited for too long among too many. */
        DROPPED
    }

    private static final int LARGEST = 4 * 1024 * 1024;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public FollowedFeed feed;
    /** SHA-256 of what the feed knows it by. */
    public String key;
    public String url;
    public String title;
    public String byline;
    public LocalDate publishedOn;
    /** As the feed brought it, in a document of its own; null once it was decided. Never shown as it is. */
    @Basic(fetch = FetchType.LAZY)
    public byte[] document;
    /** Of the text that the feed brought. */
    public int characters;
    /** How many of its sentences are worth a look; null where the feed brings too little of it to say. */
    public Integer candidates;
    @Enumerated(EnumType.STRING)
    public Status status;
    public Instant seenAt;
    @ManyToOne(fetch = FetchType.LAZY)
    public Piece piece;
    public String decidedBy;

    /** @throws NotFound if there is none */
    static FeedItem byId(UUID id) {
        return FeedItem.<FeedItem> find("from FeedItem i join fetch i.feed f left join fetch f.author where i.id = ?1", id)
                .firstResultOptional().orElseThrow(() -> new NotFound("item", id));
    }

    /** Those that wait, the last that came first. */
    static List<FeedItem> unread(Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (after != null) {
            conditions.and("i.id < :id", "id", after.id());
        }
        return find("from FeedItem i join fetch i.feed f left join fetch f.author where i.status = 'UNREAD' and " + conditions
                + " order by i.id desc", conditions.parameters).range(0, limit).list();
    }

    static boolean isKnown(FollowedFeed feed, String key) {
        return count("feed = ?1 and key = ?2", feed, key) > 0;
    }

    static String key(Feed.Item item) {
        return Piece.sha256(item.key().getBytes(StandardCharsets.UTF_8));
    }

    static void put(FollowedFeed feed, Feed.Item given, int characters, Integer candidates, Instant now) {
        byte[] document = given.document().getBytes(StandardCharsets.UTF_8);
        FeedItem item = new FeedItem();
        item.feed = feed;
        item.key = key(given);
        item.url = given.url();
        item.title = given.title();
        item.byline = given.byline();
        item.publishedOn = given.publishedOn();
        item.document = document.length > LARGEST ? null : document;
        item.characters = characters;
        item.candidates = candidates;
        item.status = Status.UNREAD;
        item.seenAt = now;
        item.persist();
    }

    /** All that wait but the newest so many. */
    static void dropAllBut(int newest, FollowedFeed feed) {
        getEntityManager().createNativeQuery("""
                update feed_item set status = 'DROPPED', document = null where id in (
                    select id from feed_item where feed_id = :feed and status = 'UNREAD' order by id desc offset :newest)""")
                .setParameter("feed", feed.id).setParameter("newest", newest).executeUpdate();
    }

    void pass(String by) {
        decide(Status.PASSED, by);
    }

    void take(Piece as, String by) {
        decide(Status.TAKEN, by);
        piece = as;
    }

    /** Whose it seems to be, as far as anybody says. */
    public String by() {
        return byline != null ? byline : feed.author != null ? feed.author.name : feed.name();
    }

    private void decide(Status as, String by) {
        if (status != Status.UNREAD) {
            throw new Conflict("This item was decided already.");
        }
        status = as;
        decidedBy = by;
        document = null;
    }
}
