package org.hindcast.clock;

import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/**
 * Triggers are kept in the database and would keep their old next fire time over a restart: each job is set to run at once at
 * start, and from then on at the interval that is configured now. And they are set by the clocks of nodes: one that is wrong is
 * kept from it, and what it has set is mended by the others.
 */
@ApplicationScoped
class StoredTriggers {

    private static final Logger LOG = Logger.getLogger(StoredTriggers.class);
    private static final String GROUP = io.quarkus.scheduler.Scheduler.class.getName();

    /** Identity of a job, and the setting that holds its interval. */
    private record Job(String identity, String every) {
    }

    private static final List<Job> JOBS = List.of(
            new Job("reminder-sweep", "hindcast.reminder.every"),
            new Job("cell-check", "hindcast.cells.check-every"),
            new Job("board-sweep", "hindcast.boards.every"),
            new Job("outbox-sweep", "hindcast.outbox.every"),
            new Job("feed-sweep", "hindcast.feeds.every"),
            new Job("desk-sweep", "hindcast.desk.every"),
            new Job("follow-sweep", "hindcast.follow.every"));

    @Inject
    Instance<Scheduler> scheduler;
    @Inject
    Config config;
    @Inject
    EntityManager database;
    @Inject
    DatabaseClock clock;
    @Inject
    Skew skew;

    void fireAtOnce(@Observes StartupEvent start) throws SchedulerException {
        if (!isScheduled()) {
            return;
        }
        Duration ahead = skew.measure();
        if (!skew.isTolerable(ahead)) {
            standBy(ahead);
            return;
        }
        for (Job job : JOBS) {
            if (!fireAtOnce(job.identity, config.getValue(job.every, Duration.class))) {
                LOG.warnf("There is no trigger '%s' to set to %s", job.identity, job.every);
            }
        }
    }

    private boolean isScheduled() {
        return config.getValue("quarkus.scheduler.enabled", Boolean.class);
    }

    private boolean fireAtOnce(String identity, Duration every) throws SchedulerException {
        TriggerKey key = TriggerKey.triggerKey(identity, GROUP);
        Trigger stored = scheduler.get().getTrigger(key);
        if (stored == null) {
            return false;
        }
        scheduler.get().rescheduleJob(key, TriggerBuilder.newTrigger().withIdentity(key).forJob(stored.getJobKey())
                .startNow()
                .withSchedule(simpleSchedule().withIntervalInMilliseconds(every.toMillis()).repeatForever()
                        .withMisfireHandlingInstructionFireNow())
                .build());
        return true;
    }

    /** Whether Quartz on this node fires nothing. */
    boolean standBy() {
        try {
            return isScheduled() && scheduler.get().isInStandbyMode();
        } catch (SchedulerException e) {
            return true; // it was shut down
        }
    }

    /** Quartz on this node fires nothing more, and plans nothing, until it is resumed. */
    void standBy(Duration ahead) {
        if (!standBy()) {
            LOG.errorf("The clock of this node is %d ms ahead of the database's: it stands by until that is mended",
                    ahead.toMillis());
            quietly(Scheduler::standby);
        }
    }

    void resume() {
        if (standBy()) {
            LOG.info("The clock of this node is right: Quartz goes on");
            quietly(Scheduler::start);
        }
    }

    /** Whoever waits for more than two intervals was set by a wrong clock, or before the clock was set back. */
    void mend() {
        Instant farthest = clock.instant();
        List<?> astray = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                select t.trigger_name, s.repeat_interval from qrtz_triggers t
                join qrtz_simple_triggers s using (sched_name, trigger_name, trigger_group)
                where t.trigger_group = :ours and t.trigger_state = 'WAITING' and s.repeat_interval > 0
                  and t.next_fire_time > :now + 2 * s.repeat_interval""")
                .setParameter("ours", GROUP).setParameter("now", farthest.toEpochMilli()).getResultList());
        for (Object row : astray) {
            String identity = (String) ((Object[]) row)[0];
            LOG.warnf("%s was to run more than two intervals from now: it runs at once", identity);
            quietly(quartz -> fireAtOnce(identity, Duration.ofMillis(((Number) ((Object[]) row)[1]).longValue())));
        }
    }

    private interface Step {
        void with(Scheduler quartz) throws SchedulerException;
    }

    private void quietly(Step step) {
        try {
            step.with(scheduler.get());
        } catch (SchedulerException e) {
            LOG.warnf("Quartz could not be told: %s", e.getMessage());
        }
    }
}
