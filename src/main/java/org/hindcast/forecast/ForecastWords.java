package org.hindcast.forecast;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** What a forecast is found by: its statement, its quote, its question and the name of its author. The database keeps it. */
@Entity
@Immutable
class ForecastWords {

    @Id
    UUID forecastId;
    String words;
}
