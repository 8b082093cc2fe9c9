package org.hindcast.web;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the outside sees this service. */
@ConfigMapping(prefix = "hindcast")
public interface Site {

    /** The public address, without a slash at its end, for links that leave the service. */
    @WithDefault("http://localhost:8080")
    String baseUrl();

    /** Who to write to; shown on every page where it is set. */
    Optional<String> contact();
}
