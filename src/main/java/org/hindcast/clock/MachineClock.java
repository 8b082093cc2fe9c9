package org.hindcast.clock;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** The clock of this machine, which may be wrong: looked at only to tell how wrong it is. */
@ApplicationScoped
class MachineClock {

    Instant instant() {
        return Instant.now();
    }
}
