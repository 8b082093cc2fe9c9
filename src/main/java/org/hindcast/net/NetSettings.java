package org.hindcast.net;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this service goes out to addresses that somebody else has named. */
@ConfigMapping(prefix = "hindcast.net")
public interface NetSettings {

    /** Whether this machine's own addresses may be reached, on any port. For tests and trials only. */
    @WithDefault("false")
    boolean loopback();

    /** How long reading one address may take, with everything: looking up, redirects, the last byte. */
    @WithDefault("10s")
    Duration timeout();

    /** How large what is read may be, also after decompression. */
    @WithDefault("2M")
    MemorySize largest();
}
