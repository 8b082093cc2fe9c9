package org.hindcast.ledger;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the ledger is. */
@ConfigMapping(prefix = "hindcast")
public interface LedgerSettings {

    /** The folder with the ledger's files; loaded at start. */
    @WithDefault("./forecasts")
    Path ledger();
}
