package org.hindcast.clock;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What clocks may do before somebody steps in. */
@ConfigMapping(prefix = "hindcast.clock")
public interface ClockSettings {

    /** How often each node compares its clock, mends the schedule, and looks for sweeps that did not run. */
    @WithDefault("20s")
    Duration heartbeat();

    /** How far the clock of a node may be off the database's before it stands by. */
    @WithDefault("2s")
    Duration tolerance();
}
