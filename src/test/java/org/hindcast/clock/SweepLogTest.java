package org.hindcast.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import org.hindcast.Database;
import org.hindcast.TestClock;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SweepLogTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Inject
    TestClock clock;
    @Inject
    SweepLog log;

    private final String identity = "test-" + UUID.randomUUID();
    private int runs;
    private final Sweep sweep = new Sweep() {
        @Override
        public String identity() {
            return identity;
        }

        @Override
        public Duration every() {
            return LONGEST;
        }

        @Override
        public void sweep() {
            log.record(this, () -> runs++);
        }
    };

    @Test
    void oneNodeTakesOverWhatNeverRan() {
        assertTrue(log.takeOver(sweep, LONGEST));
        assertFalse(log.takeOver(sweep, LONGEST), "another node has it");
    }

    @Test
    void whatRanIsTakenOverWhenItIsLate() {
        sweep.sweep();
        assertEquals(1, runs);
        clock.advance(LONGEST);
        assertFalse(log.takeOver(sweep, LONGEST));
        clock.advance(Duration.ofMillis(1));
        assertTrue(log.takeOver(sweep, LONGEST));
        assertFalse(log.takeOver(sweep, LONGEST));
    }

    /** As when the node is killed in the middle of it. */
    @Test
    void whatDidNotComeToItsEndIsTakenOverSoon() {
        sweep.sweep();
        clock.advance(LONGEST);
        assertThrows(IllegalStateException.class, () -> log.record(sweep, () -> {
            throw new IllegalStateException("killed");
        }));
        clock.advance(SweepLog.BETWEEN);
        assertFalse(log.takeOver(sweep, LONGEST));
        clock.advance(Duration.ofMillis(1));
        assertTrue(log.takeOver(sweep, LONGEST));
    }

    /** The database's clock was an hour ahead and has been set right. */
    @Test
    void timesThatHaveNotComeYetSayNothing() throws Exception {
        sweep.sweep();
        Instant future = clock.instant().plus(Duration.ofHours(1));
        Database.asService("update sweep set began_at = '%s', ended_at = '%s' where identity = '%s'"
                .formatted(future, future, identity));
        assertTrue(log.takeOver(sweep, LONGEST));
        assertFalse(log.takeOver(sweep, LONGEST));
    }
}
