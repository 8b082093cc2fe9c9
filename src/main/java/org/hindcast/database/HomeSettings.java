package org.hindcast.database;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Where the embedded database is. Read before Quarkus starts, for its address must be known by then; named here, because a
 * system property that no mapping knows would stop the start.
 */
@Unremovable // nobody asks for it
@ConfigMapping(prefix = "hindcast")
public interface HomeSettings {

    /** Folder of the embedded database and its passwords. */
    @WithDefault("./data")
    String home();
}
