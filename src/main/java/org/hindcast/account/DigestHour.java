package org.hindcast.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When somebody's day has come to its digest: once each day of their calendar. Where clocks go forward over the hour it is as
 * much later as they skip; where it comes twice it is the first one.
 */
public record DigestHour(ZoneId zone, LocalTime at) {

    public LocalDate dateOf(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The first one later than this. */
    public Instant after(Instant now) {
        for (LocalDate day = dateOf(now).minusDays(1);; day = day.plusDays(1)) {
            Instant next = day.atTime(at).atZone(zone).toInstant();
            if (next.isAfter(now)) {
                return next;
            }
        }
    }
}
