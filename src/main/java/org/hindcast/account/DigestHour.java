package org.hindcast.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody's day has come to its digest: once each day of their calendar. Where clocks go forward over the hour it is as
 * much later as they skip, or a minute before they do where the day would be over; where it comes twice it is the first one.
 */
public record DigestHour(ZoneId zone, LocalTime at) {

    public LocalDate dateOf(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The first one later than this. */
    public Instant after(Instant now) {
        for (LocalDate day = dateOf(now).minusDays(1);; day = day.plusDays(1)) {
            Instant next = on(day);
            if (next.isAfter(now)) {
                return next;
            }
        }
    }

    /** A day that the calendar leaves out has that of the next one. */
    private Instant on(LocalDate day) {
        ZonedDateTime hour = day.atTime(at).atZone(zone);
        LocalDate date = hour.toLocalDate();
        boolean left = !day.atStartOfDay(zone).toLocalDate().equals(day);
        return date.equals(day) || left ? hour.toInstant() : date.atStartOfDay(zone).toInstant().minusSeconds(60);
    }
}
