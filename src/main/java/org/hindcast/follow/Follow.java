package org.hindcast.follow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hindcast.author.Author;
import org.hindcast.question.Question;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** Somebody follows something. Of a reader it counts once they have confirmed that the address is theirs. */
@Entity
public class Follow extends PanacheEntityBase {

    private static final String WHOLE = "from Follow f left join fetch f.question left join fetch f.author ";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Follower follower;
    @ManyToOne(fetch = FetchType.LAZY)
    public Question question;
    @ManyToOne(fetch = FetchType.LAZY)
    public Author author;
    public String topic;
    /** As asked for: becomes the follower's when it is confirmed. */
    @Enumerated(EnumType.STRING)
    public Follower.Mail mail;
    public Instant createdAt;
    public Instant confirmedAt;

    static Follow begin(Follower follower, Target target, Follower.Mail mail, Instant now) {
        Follow follow = new Follow();
        follow.follower = follower;
        follow.question = target.question();
        follow.author = target.author();
        follow.topic = target.topic();
        follow.mail = mail;
        follow.createdAt = now;
        follow.persist();
        return follow;
    }

    /** Null where they do not, confirmed or not. */
    static Follow of(Follower follower, Target target) {
        Conditions conditions = new Conditions().and("follower = :follower", "follower", follower)
                .and("question = :question", "question", target.question()).and("author = :author", "author", target.author())
                .and("topic = :topic", "topic", target.topic());
        return find(conditions.toString(), conditions.parameters).firstResult();
    }

    /** What they have confirmed, with what it is; the first followed first. */
    static List<Follow> page(UUID follower, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("f.follower.id = :follower and f.confirmedAt is not null", "follower",
                follower).and("f.id > :after", "after", after == null ? null : after.id());
        return find(WHOLE + "where " + conditions + " order by f.id", conditions.parameters).range(0, limit).list();
    }

    /** @throws NotFound also where it is somebody else's */
    static Follow of(Follower follower, UUID id) {
        return Follow.<Follow> find(WHOLE + "where f.id = ?1 and f.follower = ?2", id, follower).firstResultOptional()
                .orElseThrow(() -> new NotFound("follow", id));
    }

    /** Ids of the authors among what they have confirmed. */
    static List<UUID> authors(Follower follower) {
        return getEntityManager().createQuery(
                "select f.author.id from Follow f where f.follower = ?1 and f.author is not null and f.confirmedAt is not null",
                UUID.class).setParameter(1, follower).getResultList();
    }

    static long count(Follower follower) {
        return count("follower", follower);
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    public Target target() {
        return Target.of(this);
    }
}
