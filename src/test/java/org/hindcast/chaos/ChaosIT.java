package org.hindcast.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.hindcast.chaos.Nemesis.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One short round with the packaged service; ten long ones are {@code scripts/chaos}. */
class ChaosIT {

    /** A lease of 25 s, so that a node's death is noticed within this test. */
    private static final Map<String, String> SHORT = Map.of("HINDCAST_OUTBOX_LEASE", "25s", "HINDCAST_MAIL_TIMEOUT", "3s",
            "HINDCAST_OUTBOX_EVERY", "2s");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whoeverDiesAllAreAskedOnce() throws Exception {
        Path work = Chaos.folder();
        try (Chaos chaos = new Chaos(work, SHORT)) {
            chaos.begin(2, 10);
            try {
                System.out.println(chaos.round(0, 2, List.of(Deed.KILL_AFTER_DATA), 400, 10, new Random()));
            } catch (IllegalStateException e) {
                System.err.println(chaos.logs());
                throw e;
            }
        }
        Chaos.delete(work);
    }
}
