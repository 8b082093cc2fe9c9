package org.hindcast.report;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.web.TooManyRequests;

/** How often one address reports within an hour, on all nodes together; older than that is forgotten. */
@ApplicationScoped
class Senders {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TAKE = """
            insert into mistake_report_sender as known (address, sent, last_at) values (:address, array [cast(:now as timestamptz)], :now)
            on conflict (address) do update set last_at = excluded.last_at,
                sent = array (select at from unnest(known.sent) at where at > :since order by at) || excluded.sent
            where (select count(*) from unnest(known.sent) at where at > :since) < :most""";

    @Inject
    EntityManager database;
    @Inject
    ReportSettings settings;

    /**
     * Counts a report of this sender, within the transaction that stores it.
     *
     * @param address a key for where the request comes from
     * @throws TooManyRequests where the hour's reports are used up
     */
    void count(String address, Instant now) {
        if (settings.reports() <= 0) {
            return;
        }
        Instant since = now.minus(HOUR);
        forget(since);
        int taken = database.createNativeQuery(TAKE).setParameter("address", address).setParameter("now", now)
                .setParameter("since", since).setParameter("most", settings.reports()).executeUpdate();
        if (taken == 0) {
            Duration wait = Duration.between(since, oldest(address, since, now));
            throw new TooManyRequests("At most %d reports an hour are taken from one address. Try again in %d minutes."
                    .formatted(settings.reports(), wait.plusSeconds(59).toMinutes()), wait);
        }
    }

    private Instant oldest(String address, Instant since, Instant otherwise) {
        return (Instant) database.createNativeQuery("""
                select min(at) from mistake_report_sender, unnest(sent) at where address = :address and at > :since""",
                Instant.class).setParameter("address", address).setParameter("since", since).getResultStream().findFirst()
                .orElse(otherwise);
    }

    private void forget(Instant before) {
        database.createNativeQuery("""
                delete from mistake_report_sender where address in (
                    select address from mistake_report_sender where last_at <= :before limit 100 for update skip locked)""")
                .setParameter("before", before).executeUpdate();
    }
}
