package org.hindcast.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Requests a minute, counted over all nodes: so many at once, then as many as come free with time. 0 is no limit. What is too
 * much is answered with 429 and {@code Retry-After}.
 */
@ConfigMapping(prefix = "hindcast.limits")
public interface LimitSettings {

    /** Requests that change something, per account, or per address of those without. */
    @WithDefault("120")
    int writes();

    /** Lists that are asked for with {@code q=}, per account, or per address of those without. */
    @WithDefault("60")
    int search();

    /** Failures to sign in, per name and per address. */
    @WithDefault("10")
    int signIn();
}
