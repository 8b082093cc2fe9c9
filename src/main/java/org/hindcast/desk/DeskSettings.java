package org.hindcast.desk;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pieces are read at the editors' desk. */
@ConfigMapping(prefix = "hindcast.desk")
public interface DeskSettings {

    /** How often the sweep looks for readings that a node has left lying. */
    @WithDefault("1m")
    Duration every();
}
