package org.hindcast.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.hindcast.account.Account;

/**
 * How far a reviewer has got today.
 *
 * @param decided questions on which they gave a verdict since midnight in their time zone, "not yet" apart
 * @param waiting questions that are asked of them now, or of nobody yet
 */
public record Progress(long decided, long waiting) {

    static Progress of(Account reviewer, Instant now) {
        ZonedDateTime midnight = now.atZone(ZoneId.of(reviewer.timeZone)).toLocalDate()
                .atStartOfDay(ZoneId.of(reviewer.timeZone));
        return new Progress(Verdict.questionsSince(reviewer, midnight.toInstant()),
                ReviewQueue.count(ReviewQueue.Asked.ME, reviewer, now));
    }

    public long total() {
        return decided + waiting;
    }
}
