package org.hindcast.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many outcomes one disputes. */
@ConfigMapping(prefix = "hindcast.limits")
public interface DisputeSettings {

    /** Disputes of one account that may wait for a decision at the same time; 0 is no limit. */
    @WithDefault("50")
    int disputes();
}
