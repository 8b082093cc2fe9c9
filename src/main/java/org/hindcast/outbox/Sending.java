package org.hindcast.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/** Empties the outbox: claim a few, carry each outside any transaction, record what came of it, until nothing is due. */
@ApplicationScoped
public class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final int AT_A_TIME = 10;

    private final ManagedExecutor threads = ManagedExecutor.builder().propagated().cleared(ThreadContext.ALL_REMAINING).build();
    private final Map<Channel, Turns> turns = new ConcurrentHashMap<>();

    @Inject
    Clock clock;
    @Inject
    Claiming claiming;
    @Inject
    Settling settling;
    @Inject
    OutboxSettings settings;
    @Inject
    @Any
    Instance<Carrier> carriers;
    @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
    boolean scheduled;

    /** What was just decided does not wait for the sweep. */
    void atOnce(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        if (scheduled) {
            threads.execute(this::empty);
        }
    }

    /** Whether this node is at it by one channel, and whether somebody has asked for more. */
    private record Turns(AtomicBoolean running, AtomicBoolean again) {
    }

    /**
     * Until nothing is due that can be carried now. Where this node is at it already, it goes on a little longer. Each channel
     * by itself: one that is slow keeps no other waiting.
     */
    public void empty() {
        CompletableFuture.allOf(carriers.stream().map(carrier -> threads.runAsync(() -> emptyInTurn(carrier)))
                .toArray(CompletableFuture[]::new)).join();
    }

    private void emptyInTurn(Carrier carrier) {
        Turns own = turns.computeIfAbsent(carrier.channel(), channel -> new Turns(new AtomicBoolean(), new AtomicBoolean()));
        own.again.set(true);
        while (own.again.get() && own.running.compareAndSet(false, true)) {
            try {
                own.again.set(false);
                empty(carrier);
            } finally {
                own.running.set(false);
            }
        }
    }

    private void empty(Carrier carrier) {
        if (carrier.isReady(clock.instant())) {
            CompletableFuture.allOf(IntStream.range(0, settings.lanes())
                    .mapToObj(lane -> threads.runAsync(() -> lane(carrier))).toArray(CompletableFuture[]::new)).join();
            carrier.rest();
        }
    }

    private void lane(Carrier carrier) {
        while (carrier.isReady(clock.instant())) {
            List<Leased> claimed = claiming.claim(carrier.channel(), AT_A_TIME);
            claimed.forEach(item -> settling.settle(item, attempt(carrier, item)));
            if (claimed.size() < AT_A_TIME) {
                return;
            }
        }
    }

    /** Whatever happens to one stops no other. What is claimed and not begun within half of the lease goes back. */
    private Result attempt(Carrier carrier, Leased item) {
        try {
            if (!item.lease().covers(settings.lease().dividedBy(2)) || !carrier.isReady(clock.instant())) {
                return Result.untried("the way out was closed before its turn came", Duration.ofSeconds(1));
            }
            return carrier.carry(item);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %s could not be sent", item.kind(), item.id());
            return Result.failed(e.getClass().getSimpleName());
        }
    }
}
