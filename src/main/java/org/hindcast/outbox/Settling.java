package org.hindcast.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;

/** Records what came of an attempt, unless the lease was lost meanwhile. */
@ApplicationScoped
class Settling {

    private static final Logger LOG = Logger.getLogger(Settling.class);
    private static final int LONGEST_ERROR = 500;

    @Inject
    EntityManager database;
    @Inject
    Clock clock;
    @Inject
    OutboxSettings settings;
    @Inject
    Event<Settled> settled;
    @Inject
    MeterRegistry meters;

    /** In a transaction of its own. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(Leased item, Result result) {
        Instant now = clock.instant();
        Entry.Status status = status(item, result);
        boolean ends = status == Entry.Status.SENT || status == Entry.Status.DEAD || status == Entry.Status.CANCELLED;
        String error = error(result);
        int untried = result.is() == Result.Is.UNTRIED ? 1 : 0;
        int written = database
                .createNativeQuery(
                        """
                                update outbox set status = :status, next_at = :next, last_error = coalesce(cast(:error as text), last_error),
                                    attempts = attempts - :untried, unanswered = unanswered + :unanswered, ended_at = cast(:ended as timestamptz)
                                where id = :id and fence = :fence and status = 'LEASED'""")
                .setParameter("status", status.name()).setParameter("next", now.plus(wait(item, result)))
                .setParameter("error", error).setParameter("untried", untried)
                .setParameter("unanswered", result.is() == Result.Is.UNANSWERED ? 1 : 0)
                .setParameter("ended", ends ? now : null).setParameter("id", item.id()).setParameter("fence", item.fence())
                .executeUpdate();
        if (written == 0) {
            LOG.warnf("The lease on %s %s was lost before its end was recorded: %s", item.kind(), item.id(), result.is());
            return;
        }
        meters.counter("hindcast.outbox.attempts", "channel", item.channel().name(), "result", result.is().name()).increment();
        settled.fire(new Settled(item, status, item.attempt() - untried, error, now));
    }

    private static Entry.Status status(Leased item, Result result) {
        return switch (result.is()) {
            case SENT -> Entry.Status.SENT;
            case POINTLESS -> Entry.Status.CANCELLED;
            case REFUSED -> Entry.Status.DEAD;
            case UNTRIED -> Entry.Status.READY;
            case FAILED -> item.attempt() >= Backoff.MOST_ATTEMPTS ? Entry.Status.DEAD : Entry.Status.READY;
            case UNANSWERED -> item.unanswered() > 0 ? Entry.Status.DEAD : Entry.Status.UNKNOWN;
        };
    }

    private Duration wait(Leased item, Result result) {
        if (result.after() != null) {
            return result.after();
        }
        return switch (result.is()) {
            case FAILED -> Backoff.after(item.attempt(), ThreadLocalRandom.current().nextDouble());
            case UNANSWERED -> settings.lease();
            default -> Duration.ZERO;
        };
    }

    private static String error(Result result) {
        if (result.error() == null) {
            return null;
        }
        String line = result.error().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR) + "…";
    }
}
