package org.hindcast.web;

import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

import io.quarkus.runtime.StartupEvent;

/**
 * Triggers are kept in the database and would keep their old next fire time over a restart: each job is set to run at once at
 * start, and
 * from then on at the interval that is configured now.
 */
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
            new Job("outbox-sweep", "hindcast.outbox.every"));

    @Inject
    Instance<Scheduler> scheduler;
    @Inject
    Config config;

    void fireAtOnce(@Observes StartupEvent start) throws SchedulerException {
        if (!config.getValue("quarkus.scheduler.enabled", Boolean.class)) {
            return;
        }
        for (Job job : JOBS) {
            TriggerKey key = TriggerKey.triggerKey(job.identity, GROUP);
            Trigger stored = scheduler.get().getTrigger(key);
            if (stored == null) {
                LOG.warnf("There is no trigger '%s' to set to %s", job.identity, job.every);
                continue;
            }
            Duration every = config.getValue(job.every, Duration.class);
            scheduler.get().rescheduleJob(key, TriggerBuilder.newTrigger().withIdentity(key).forJob(stored.getJobKey())
                    .startNow()
                    .withSchedule(simpleSchedule().withIntervalInMilliseconds(every.toMillis()).repeatForever()
                            .withMisfireHandlingInstructionFireNow())
                    .build());
        }
    }
}
