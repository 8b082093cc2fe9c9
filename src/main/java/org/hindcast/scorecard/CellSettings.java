package org.hindcast.scorecard;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the cells are watched. */
@ConfigMapping(prefix = "hindcast.cells")
public interface CellSettings {

    /** How often all cells are compared with a recomputation from all forecasts. */
    @WithDefault("1h")
    Duration checkEvery();
}
