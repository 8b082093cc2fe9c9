package org.hindcast.scorecard;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How boards are kept. */
@ConfigMapping(prefix = "hindcast.boards")
public interface BoardSettings {

    /** How often boards whose scores have changed are computed anew; the longest that a change waits, but for the computing. */
    @WithDefault("1m")
    Duration every();
}
