package org.hindcast.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How feeds are followed. */
@ConfigMapping(prefix = "hindcast.feeds")
public interface FeedSettings {

    /** How often the sweep looks for feeds that are to be read. */
    @WithDefault("5m")
    Duration every();

    /** How long a feed is left alone after it was read; after each failure for twice as long, up to two days. */
    @WithDefault("1h")
    Duration interval();

    /** How many items of one reading are taken up, from the top. */
    @WithDefault("50")
    int items();

    /** How many items of one feed may wait for an editor; older ones are dropped. */
    @WithDefault("200")
    int waiting();
}
