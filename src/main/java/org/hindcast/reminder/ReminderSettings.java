package org.hindcast.reminder;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When reviewers are asked. */
@ConfigMapping(prefix = "hindcast.reminder")
public interface ReminderSettings {

    /** How often the sweep looks for what is due; a changed value takes effect at the next start. */
    @WithDefault("15m")
    Duration every();

    /** When the same reviewer is asked, counted from the later of the due instant and the first asking. */
    @WithDefault("P0D,P3D,P7D")
    List<Duration> steps();
}
