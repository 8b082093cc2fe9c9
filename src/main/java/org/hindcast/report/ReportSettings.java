package org.hindcast.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many reports are taken. */
@ConfigMapping(prefix = "hindcast.limits")
public interface ReportSettings {

    /** Mistakes reported within an hour from one address; 0 is no limit. */
    @WithDefault("5")
    int reports();
}
