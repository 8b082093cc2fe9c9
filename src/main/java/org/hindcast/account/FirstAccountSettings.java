package org.hindcast.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The first account, {@code admin}. */
@ConfigMapping(prefix = "hindcast.admin")
public interface FirstAccountSettings {

    /**
     * Its password, used only while there is no account; made up where missing, and printed once to standard output, never
     * logged.
     */
    Optional<String> password();
}
