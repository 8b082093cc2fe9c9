package org.hindcast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * The time in tests: it stands still until a test moves it, and never goes back, as what is on record was recorded in order.
 * It is kept in a system property because the next profile's application goes on with the same database.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class TestClock extends Clock {

    private static final String NOW = TestClock.class.getName();
    private static final String START = "2026-11-23T12:00:00Z";

    @Override
    public Instant instant() {
        return Instant.parse(System.getProperty(NOW, START));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
    }

    public void set(Instant instant) {
        if (instant.isBefore(instant())) {
            throw new IllegalArgumentException("it is " + instant() + " already, later than " + instant);
        }
        System.setProperty(NOW, instant.toString());
    }

    public void advance(Duration by) {
        set(instant().plus(by));
    }

    /** To the first instant at which a question due on this day is due. */
    public void passDue(LocalDate dueOn) {
        set(dueOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
