package org.hindcast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.account.Account;
import org.hindcast.web.Site;
import org.hindcast.web.Sql;

/**
 * What waits for somebody's verdict, and the due dates of the next year that they will be asked about, by their topics, or
 * follow: the soonest first, so many at most.
 */
@ApplicationScoped
class PersonalCalendar {

    static final int MOST = 500;

    private static final Duration AHEAD = Duration.ofDays(366);
    private static final String DATES = Sql.read(PersonalCalendar.class, "dates.sql");

    @Inject
    EntityManager database;
    @Inject
    Site site;

    String of(Account account, Instant now) {
        return DueDate.calendar("Hindcast, for " + account.username, dates(account, now), site.baseUrl());
    }

    @SuppressWarnings("unchecked")
    private List<DueDate> dates(Account account, Instant now) {
        List<Object[]> rows = database.createNativeQuery(DATES).setParameter("account", account.id)
                .setParameter("reviews", account.isReviewer())
                .setParameter("topics", account.topics.toArray(String[]::new)).setParameter("any", account.topics.isEmpty())
                .setParameter("now", now).setParameter("until", now.plus(AHEAD)).setParameter("most", MOST).getResultList();
        return rows.stream().map(row -> {
            Instant askedFrom = (Instant) row[6];
            LocalDate on = askedFrom == null ? LocalDate.parse(row[4].toString())
                    : askedFrom.atZone(ZoneId.of((String) row[5])).toLocalDate();
            return new DueDate((UUID) row[0], (Boolean) row[1], (String) row[2], (String) row[3], on, (Instant) row[7]);
        }).toList();
    }
}
