package org.hindcast.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "hindcast.outbox")
public interface OutboxSettings {

    /** How often each sweep looks for what is to be sent; what was just decided is sent at once anyway. */
    @WithDefault("10s")
    Duration every();

    /** How long whoever sends something has it for themselves; after a crash it is free again when that has passed. */
    @WithDefault("45s")
    Duration lease();

    /** How many are sent at the same time by one node. */
    @WithDefault("4")
    int lanes();

    /** For how many whole months what was sent is kept. */
    @WithDefault("13")
    int monthsKept();
}
