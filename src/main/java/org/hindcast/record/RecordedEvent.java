package org.hindcast.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;

/**
 * Who changed what, when. Written in the transaction of the change, never changed, never deleted: the database refuses both.
 */
@Entity
@Immutable
@Table(name = "event")
public class RecordedEvent extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;

    /** The username of an account, or {@code ledger}, or {@code system}, or {@code a reader}, who has no account. */
    public String actor;

    /** What happened, such as {@code forecast.published}. */
    public String kind;

    /** The account, author, piece, question, forecast or report of a mistake that it happened to. */
    public UUID subject;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;

    public static void record(Instant at, String actor, String kind, UUID subject, Map<String, Object> data) {
        RecordedEvent event = new RecordedEvent();
        event.at = at;
        event.actor = actor;
        event.kind = kind;
        event.subject = subject;
        event.data = data;
        event.persist();
    }

    /**
     * What happened to these subjects after this instant and, at it, after the event with this id, oldest first. By time,
     * because what an export carries is recorded later than it happened.
     */
    public static List<RecordedEvent> about(Collection<UUID> subjects, Instant at, long after, int limit) {
        return find("subject in ?1 and (at, id) > (?2, ?3) order by at, id", subjects, at, after).page(Page.ofSize(limit))
                .list();
    }

    /** The latest first; what is null does not matter. */
    static List<RecordedEvent> latest(UUID subject, String actor, String kind, Cursor before, int limit) {
        Conditions conditions = new Conditions().and("subject = :subject", "subject", subject)
                .and("actor = :actor", "actor", actor).and("kind = :kind", "kind", kind)
                .and("id < :before", "before", before == null ? null : before.keyAs(Long::valueOf));
        return find(conditions + " order by id desc", conditions.parameters).range(0, limit).list();
    }

    /** Null where nothing has happened yet. */
    static RecordedEvent last() {
        return find("order by id desc").firstResult();
    }
}
