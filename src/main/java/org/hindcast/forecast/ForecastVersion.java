package org.hindcast.forecast;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A published forecast as it was at one time. */
@Entity
@Immutable
@IdClass(ForecastVersion.Key.class)
public class ForecastVersion extends PanacheEntityBase {

    record Key(UUID forecastId, int version) {
    }

    @Id
    public UUID forecastId;
    @Id
    public int version;
    public UUID questionId;
    @Embedded
    public Claim claim;
    public String reason;
    public String actor;
    public Instant createdAt;

    static void keep(Forecast forecast, String reason, String actor, Instant now) {
        ForecastVersion kept = new ForecastVersion();
        kept.forecastId = forecast.id;
        kept.version = forecast.version;
        kept.questionId = forecast.question.id;
        kept.claim = forecast.claim;
        kept.reason = reason;
        kept.actor = actor;
        kept.createdAt = now;
        kept.persist();
    }
}
