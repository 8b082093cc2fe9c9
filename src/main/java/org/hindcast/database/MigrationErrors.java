package org.hindcast.database;

import java.util.Map;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/** The owner of the schema connects past the data source: what is refused there quotes no rows in the log either. */
@Singleton
class MigrationErrors implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.jdbcProperties(Map.of("logServerErrorDetail", "false"));
    }
}
