package org.hindcast.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hindcast.account.DigestHour;
import org.hindcast.inbox.Inbox;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.web.Rows;
import org.hindcast.web.Sql;

/**
 * Tells followers of an outcome in the transaction that decides it: a few statements, however many there are. Each outcome is
 * announced once, and once that it no longer stands.
 */
@ApplicationScoped
class Announcing {

    private static final String ANNOUNCE = Sql.read(Announcing.class, "announce.sql");
    private static final String FOLLOWERS = Sql.read(Announcing.class, "followers.sql");
    private static final String TO_READERS = Sql.read(Announcing.class, "to-readers.sql").formatted(FOLLOWERS);
    private static final String ACCOUNTS = Sql.read(Announcing.class, "accounts.sql").formatted(FOLLOWERS);
    private static final String TO_ACCOUNTS = """
            insert into news (follower_id, resolution_id, kind, due_at) select * from unnest(?, ?, ?, ?) on conflict do nothing""";

    @Inject
    EntityManager database;
    @Inject
    Inbox inbox;

    void questionsMoved(@Observes QuestionsMoved moved) {
        List<Announced> announced = announce(moved);
        if (!announced.isEmpty()) {
            toReaders(announced, moved.now());
            toAccounts(announced, moved.now());
        }
    }

    @SuppressWarnings("unchecked")
    private List<Announced> announce(QuestionsMoved moved) {
        List<Object[]> rows = database.createNativeQuery(ANNOUNCE)
                .setParameter("questions", moved.questions().toArray(UUID[]::new)).setParameter("now", moved.now())
                .getResultList();
        return rows.stream().map(row -> new Announced((UUID) row[0], (String) row[1], (UUID) row[2],
                Target.oneLine((String) row[3]), (String) row[4], (String) row[5], (String) row[6], (String) row[7],
                (String) row[8])).toList();
    }

    private void toReaders(List<Announced> announced, Instant now) {
        database.createNativeQuery(TO_READERS).setParameter("resolutions", resolutions(announced))
                .setParameter("kinds", kinds(announced)).setParameter("now", now).executeUpdate();
    }

    /** Their hour is that of their time zone, which Java knows best. */
    private void toAccounts(List<Announced> announced, Instant now) {
        Map<Object, Announced> byResolution = announced.stream()
                .collect(Collectors.toMap(Announced::resolution, Function.identity()));
        Map<Announced, List<UUID>> told = new LinkedHashMap<>();
        Rows news = new Rows("uuid", "uuid", "text", "timestamptz");
        database.unwrap(Session.class).doWork(connection -> {
            for (Object[] row : accounts(connection, announced)) {
                Announced one = byResolution.get(row[0]);
                if (row[2].equals(one.by())) {
                    continue; // they know
                }
                told.computeIfAbsent(one, any -> new ArrayList<>()).add((UUID) row[1]);
                if (!row[4].equals(Follower.Mail.NONE.name())) {
                    Instant due = row[4].equals(Follower.Mail.DAILY.name())
                            ? new DigestHour(ZoneId.of((String) row[5]), (LocalTime) row[6]).after(now)
                            : now;
                    news.add(row[3], one.resolution(), one.kind(), due);
                }
            }
            news.execute(connection, TO_ACCOUNTS);
        });
        told.forEach((one, accounts) -> inbox.tell(accounts, one.news(), now));
    }

    /** Resolution, account, its name, follower, how they hear by mail, their time zone and hour. */
    private static List<Object[]> accounts(Connection connection, List<Announced> announced) throws SQLException {
        List<Object[]> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ACCOUNTS)) {
            statement.setArray(1, connection.createArrayOf("uuid", resolutions(announced)));
            for (ResultSet row = statement.executeQuery(); row.next();) {
                found.add(new Object[] { row.getObject(1), row.getObject(2), row.getString(3), row.getObject(4),
                        row.getString(5), row.getString(6), row.getObject(7, LocalTime.class) });
            }
        }
        return found;
    }

    private static UUID[] resolutions(List<Announced> announced) {
        return announced.stream().map(Announced::resolution).toArray(UUID[]::new);
    }

    private static String[] kinds(List<Announced> announced) {
        return announced.stream().map(Announced::kind).toArray(String[]::new);
    }
}
