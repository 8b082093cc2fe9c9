package org.hindcast.reminder;

import java.time.Duration;
import java.util.List;

/** When the same reviewer is asked again. */
record Steps(List<Duration> steps) {

    /** How often one is asked. */
    int count() {
        return steps.size();
    }

    /** From when it is due to the first asking. */
    Duration first() {
        return steps.get(0);
    }

    /**
     * From one asking to the next, so that a service that was down does not ask twice in a row. @param asked how often, from 1
     */
    Duration afterAsking(int asked) {
        return asked < steps.size() ? notNegative(steps.get(asked).minus(steps.get(asked - 1))) : lastGap();
    }

    /** Who does not answer the last asking has as long as before it; a single asking is worth a day. */
    private Duration lastGap() {
        return steps.size() > 1 ? notNegative(steps.get(steps.size() - 1).minus(steps.get(steps.size() - 2)))
                : Duration.ofDays(1);
    }

    private static Duration notNegative(Duration gap) {
        return gap.isNegative() ? Duration.ZERO : gap;
    }
}
