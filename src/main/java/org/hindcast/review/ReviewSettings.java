package org.hindcast.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How verdicts become a resolution. */
@ConfigMapping(prefix = "hindcast")
public interface ReviewSettings {

    /** How many reviewers must agree before a question is resolved. */
    @WithDefault("1")
    int resolvingVerdicts();
}
