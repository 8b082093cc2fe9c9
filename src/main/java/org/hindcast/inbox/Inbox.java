package org.hindcast.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;

import org.hindcast.account.Visitor;
import org.hindcast.outbox.Outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Where people find what the service told them. */
@Named("inbox")
@ApplicationScoped
public class Inbox {

    private static final int MOST_COUNTED = 100;

    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;
    @Inject
    Outbox outbox;
    @Inject
    Visitor visitor;
    @Inject
    Event<Told> told;

    /** Tells somebody. Within the transaction of the caller. */
    public void tell(UUID account, News news, Instant now) {
        tell(List.of(account), news, now);
    }

    /** Tells them all, in one statement. Within the transaction of the caller. */
    public void tell(Collection<UUID> accounts, News news, Instant now) {
        List<UUID> to = List.copyOf(accounts);
        if (!to.isEmpty()) {
            tell(Stream.generate(() -> newId(now)).limit(to.size()).toList(), to, news, now);
        }
    }

    /** For rows that refer to a notice before it is told. */
    public UUID newId(Instant now) {
        return outbox.newId(now);
    }

    /** Tells somebody by a notice with this id, of {@link #newId}. Within the transaction of the caller. */
    public void tell(UUID notice, UUID account, News news, Instant now) {
        tell(List.of(notice), List.of(account), news, now);
    }

    private void tell(List<UUID> ids, List<UUID> to, News news, Instant now) {
        database.createNativeQuery(
                """
                        insert into notice (id, account_id, kind, subject, title, text, path, data, created_at)
                        select r.id, r.account_id, :kind, cast(:subject as uuid), :title, cast(:text as text), :path, cast(:data as jsonb), :now
                        from unnest(cast(:ids as uuid[]), cast(:accounts as uuid[])) as r (id, account_id)""")
                .setParameter("kind", news.kind()).setParameter("subject", news.subject())
                .setParameter("title", oneLine(news.title())).setParameter("text", news.text())
                .setParameter("path", news.path()).setParameter("data", json(news)).setParameter("now", now)
                .setParameter("ids", ids.toArray(UUID[]::new)).setParameter("accounts", to.toArray(UUID[]::new))
                .executeUpdate();
        told.fire(new Told(news, ids, to, now));
    }

    /** How much of it whoever looks at the page has not read yet; empty for nothing, and for whoever is not signed in. */
    public String unread() {
        UUID account = visitor.id();
        long unread = account == null ? 0 : Notice.countUnread(account, MOST_COUNTED);
        return unread == 0 ? "" : unread < MOST_COUNTED ? String.valueOf(unread) : MOST_COUNTED - 1 + "+";
    }

    private String json(News news) {
        try {
            return json.writeValueAsString(news.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is told is no JSON", e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
