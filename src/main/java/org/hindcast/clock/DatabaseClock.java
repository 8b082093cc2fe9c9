package org.hindcast.clock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The time of the database, the same throughout a transaction: a node whose own clock is wrong harms nobody. */
@ApplicationScoped
class DatabaseClock extends Clock {

    @Inject
    DataSource dataSource;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Override
    public Instant instant() {
        if (transaction.getTransactionKey() == null) {
            return read();
        }
        Object known = transaction.getResource(DatabaseClock.class);
        if (known == null) {
            known = read();
            transaction.putResource(DatabaseClock.class, known);
        }
        return (Instant) known;
    }

    private Instant read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time", e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }
}
