package org.hindcast.chaos;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.hindcast.chaos.Nemesis.Deed;
import org.hindcast.chaos.Round.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One short round with the packaged service; ten long ones are {@code scripts/chaos}. */
class ChaosIT {

    /** A lease that ends soon, so that a node's death is noticed within this test. */
    private static final Map<String, String> SHORT = Map.of("HINDCAST_OUTBOX_LEASE", "8s", "HINDCAST_MAIL_TIMEOUT", "2s",
            "HINDCAST_OUTBOX_EVERY", "1s", "HINDCAST_REMINDER_EVERY", "2s");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whoeverDiesAllAreAskedOnce() throws Exception {
        Path work = Chaos.folder();
        try (Chaos chaos = new Chaos(work, SHORT)) {
            chaos.begin(2, 10);
            try {
                System.out.println(chaos.round(0, 2, List.of(Deed.KILL_AFTER_DATA),
                        new Size(300, Duration.ofSeconds(4), Duration.ofSeconds(8)), new Weapons(true), new Random()));
                aRoundInWhichNothingHappensFails(chaos);
            } catch (IllegalStateException e) {
                System.err.println(chaos.logs());
                throw e;
            }
        }
        Chaos.delete(work);
    }

    private static void aRoundInWhichNothingHappensFails(Chaos chaos) {
        Exception failed = assertThrows(ExecutionException.class, () -> chaos.round(1, 2, List.of(Deed.KILL_AFTER_DATA),
                new Size(20, Duration.ofSeconds(4), Duration.ofSeconds(2)), new Weapons(false), new Random()));
        assertTrue(failed.getMessage().contains("could not be killed"), failed::getMessage);
    }
}
