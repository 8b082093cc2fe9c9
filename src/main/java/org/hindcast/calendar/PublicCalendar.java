package org.hindcast.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.author.Author;
import org.hindcast.web.Site;

/** The due dates to come, for everybody: the soonest first, so many at most. */
@ApplicationScoped
class PublicCalendar {

    private static final String DATES = """
            select q.id, q.question, q.yes_when, q.due_on, v.created_at
            from question q join question_version v on v.question_id = q.id and v.version = q.version
            where q.status = 'OPEN' and q.due_at > :now and %s order by q.due_at, q.id limit :most""";
    private static final String ALL = DATES.formatted("true");
    private static final String OF_AUTHOR = DATES.formatted("""
            exists (select from forecast f where f.question_id = q.id and f.author_id = :author and f.status = 'PUBLISHED')""");

    @Inject
    EntityManager database;
    @Inject
    Site site;

    String all(Instant now) {
        return calendar("Hindcast", database.createNativeQuery(ALL).setParameter("now", now)
                .setParameter("most", PersonalCalendar.MOST).getResultList());
    }

    String of(Author author, Instant now) {
        return calendar("Hindcast: " + author.name, database.createNativeQuery(OF_AUTHOR).setParameter("author", author.id)
                .setParameter("now", now).setParameter("most", PersonalCalendar.MOST).getResultList());
    }

    private String calendar(String name, List<?> rows) {
        return DueDate.calendar(name, rows.stream().map(each -> (Object[]) each)
                .map(row -> new DueDate((UUID) row[0], false, (String) row[1], (String) row[2],
                        LocalDate.parse(row[3].toString()), (Instant) row[4]))
                .toList(), site.baseUrl());
    }
}
