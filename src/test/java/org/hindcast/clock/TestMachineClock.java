package org.hindcast.clock;

import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The clock of this machine, off by as much as a test wants. */
@Alternative
@Priority(1)
@ApplicationScoped
class TestMachineClock extends MachineClock {

    private volatile Duration ahead = Duration.ZERO;

    void ahead(Duration by) {
        ahead = by;
    }

    @Override
    Instant instant() {
        return super.instant().plus(ahead);
    }
}
