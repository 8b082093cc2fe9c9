package org.hindcast.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Numbers for {@code /q/metrics} that are read from the database: each once a second at most, however often somebody looks; NaN
 * while the database does not answer.
 */
@ApplicationScoped
public class DatabaseGauges {

    @Inject
    MeterRegistry meters;
    @Inject
    Clock clock;

    public void add(String name, String description, DoubleSupplier read) {
        register(name, null, description, Tags.empty(), read);
    }

    /** How long ago something was, in seconds; 0 where there is nothing. @param since gives null for nothing */
    public void addAge(String name, Tags tags, String description, Supplier<Instant> since) {
        register(name, "seconds", description, tags, () -> {
            Instant at = since.get();
            return at == null ? 0 : Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0);
        });
    }

    private void register(String name, String unit, String description, Tags tags, DoubleSupplier read) {
        Gauge.builder(name, new Reading(read)::value).baseUnit(unit).tags(tags).description(description).register(meters);
    }

    private static final class Reading {

        private static final long KEPT = TimeUnit.SECONDS.toNanos(1);

        private final DoubleSupplier read;
        private double value = Double.NaN;
        private long readAt = System.nanoTime() - KEPT;

        Reading(DoubleSupplier read) {
            this.read = read;
        }

        synchronized double value() {
            if (System.nanoTime() - readAt >= KEPT) {
                try {
                    value = QuarkusTransaction.requiringNew().call(read::getAsDouble);
                } catch (RuntimeException e) {
                    value = Double.NaN;
                }
                readAt = System.nanoTime();
            }
            return value;
        }
    }
}
