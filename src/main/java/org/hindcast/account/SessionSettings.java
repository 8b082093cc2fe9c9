package org.hindcast.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long somebody stays signed in at the pages. */
@ConfigMapping(prefix = "hindcast.session")
public interface SessionSettings {

    /** A session that is not used for so long ends. */
    @WithDefault("P14D")
    Duration idle();

    /** Every session ends so long after signing in, used or not. */
    @WithDefault("P90D")
    Duration longest();
}
