package org.hindcast.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hindcast.web.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Takes what is due, and what somebody took and never came back with. */
@ApplicationScoped
class Claiming {

    private static final String CLAIM = Sql.read(Claiming.class, "claim.sql");

    @Inject
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    ObjectMapper json;
    @Inject
    OutboxSettings settings;
    @Inject
    MeterRegistry meters;

    /** At most as many as asked for, those that have waited longest first, in a transaction that ends here. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Leased> claim(Channel channel, int most) {
        Lease lease = Lease.of(settings.lease());
        Instant now = clock.instant();
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(CLAIM).setParameter("channel", channel.name())
                .setParameter("now", now).setParameter("until", now.plus(settings.lease())).setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> leased(row, channel, lease)).toList();
    }

    private Leased leased(Object[] row, Channel channel, Lease lease) {
        String before = (String) row[10];
        if (!before.equals(Entry.Status.READY.name())) {
            // Nobody knows whether the last attempt arrived: this one may be its twin, under the same Message-ID
            possibleDuplicates(meters, Entry.Status.valueOf(before)).increment();
        }
        return new Leased((UUID) row[0], (String) row[1], channel, (UUID) row[2], (String) row[3], (UUID) row[4],
                (String) row[5], payload((String) row[6]), (Integer) row[7], (Integer) row[8], (Long) row[9], lease);
    }

    /** @param before in which state it was found: UNKNOWN or LEASED */
    static Counter possibleDuplicates(MeterRegistry meters, Entry.Status before) {
        return meters.counter("hindcast.outbox.possible.duplicates", "after",
                before == Entry.Status.UNKNOWN ? "no answer" : "lost lease");
    }

    private Map<String, Object> payload(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox holds what is no JSON", e);
        }
    }
}
