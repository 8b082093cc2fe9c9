package org.hindcast.clock;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * A second clock beside Quartz, on each node, in memory, that nobody can set: it counts what passes, not what the wall says.
 * It keeps a node with a wrong clock from planning, mends what such a one has planned, and runs the sweeps that did not run.
 */
@ApplicationScoped
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    @Inject
    ClockSettings settings;
    @Inject
    Skew skew;
    @Inject
    StoredTriggers triggers;
    @Inject
    SweepLog log;
    @Inject
    @Any
    Instance<Sweep> sweeps;
    @Inject
    MeterRegistry meters;
    @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true")
    boolean scheduled;

    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService threads;

    void start(@Observes StartupEvent start) {
        sweeps.forEach(sweep -> meters.counter("hindcast.sweep.takeovers", "sweep", sweep.identity()));
        if (scheduled) {
            threads = Executors.newScheduledThreadPool(4, task -> {
                Thread thread = new Thread(task, "heartbeat");
                thread.setDaemon(true);
                return thread;
            });
            long every = settings.heartbeat().toMillis();
            threads.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private void beat() {
        try {
            lookAtTheClock();
            for (Sweep sweep : sweeps) {
                if (running.add(sweep.identity())) {
                    threads.execute(() -> {
                        try {
                            runIfLate(sweep);
                        } finally {
                            running.remove(sweep.identity());
                        }
                    });
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("The heartbeat could not look at the clock: %s", e);
        }
    }

    private void lookAtTheClock() {
        Duration ahead = skew.measure();
        if (!skew.isTolerable(ahead)) {
            triggers.standBy(ahead);
        } else {
            triggers.resume();
            triggers.mend();
        }
    }

    /** Whatever this node's clock says: sweeps know the database's time only. */
    void runIfLate(Sweep sweep) {
        try {
            if (log.takeOver(sweep, sweep.every().plus(settings.heartbeat()))) {
                LOG.infof("%s is late: it runs without Quartz", sweep.identity());
                meters.counter("hindcast.sweep.takeovers", "sweep", sweep.identity()).increment();
                sweep.sweep();
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s could not run without Quartz", sweep.identity());
        }
    }
}
