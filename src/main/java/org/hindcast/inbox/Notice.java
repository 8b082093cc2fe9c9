package org.hindcast.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hindcast.account.Account;
import org.hindcast.web.Conditions;
import org.hindcast.web.Cursor;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What the service told somebody, in the words of that moment. Written by {@link Inbox}. */
@Entity
public class Notice extends PanacheEntityBase {

    @Id
    public UUID id;
    public UUID accountId;
    /** Such as {@code question.resolved}. */
    public String kind;
    /** What it is about; null where it is about nothing on record. */
    public UUID subject;
    public String title;
    /** May be null. */
    public String text;
    /** Where it can be seen, with us. */
    public String path;
    /** The same for programs. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;
    public Instant createdAt;
    public Instant readAt;

    /** The latest first. */
    static List<Notice> page(UUID account, boolean unread, Cursor after, int limit) {
        Conditions conditions = new Conditions().and("accountId = :account", "account", account);
        if (unread) {
            conditions.and("readAt is null");
        }
        if (after != null) {
            conditions.and("(createdAt, id) < (:created, :id)", "created", after.keyAs(Instant::parse)).with("id", after.id());
        }
        return find(conditions + " order by createdAt desc, id desc", conditions.parameters).range(0, limit).list();
    }

    /** At most as many as asked for. */
    static long countUnread(UUID account, int most) {
        return find("accountId = ?1 and readAt is null", account).range(0, most - 1).list().size();
    }

    /** @throws NotFound also where it is somebody else's */
    static Notice of(Account account, UUID id) {
        return Notice.<Notice> find("id = ?1 and accountId = ?2", id, account.id).firstResultOptional()
                .orElseThrow(() -> new NotFound("notice", id));
    }

    /** Those of the account up to this one, which they have seen. */
    static int readUpTo(Notice last, Instant now) {
        return update("readAt = ?1 where accountId = ?2 and readAt is null and (createdAt, id) <= (?3, ?4)", now,
                last.accountId, last.createdAt, last.id);
    }

    /** What they tell of no longer waits for anybody. */
    public static void settle(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            update("readAt = ?1 where id in ?2 and readAt is null", now, ids);
        }
    }

    Cursor cursor() {
        return new Cursor(createdAt.toString(), id);
    }

    public boolean isUnread() {
        return readAt == null;
    }
}
