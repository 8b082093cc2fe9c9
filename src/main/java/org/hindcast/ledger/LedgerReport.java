package org.hindcast.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hindcast.web.Cursor;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What the last loading of a file did. */
@Entity
@Table(name = "ledger_file")
class LedgerReport extends PanacheEntityBase {

    enum Status {
        /** All of it is in. */
        LOADED,
        /** It is as it was when all of it was loaded; nothing was done. */
        UNCHANGED,
        /** Some of it is in; the problems say what is not. */
        PROBLEMS,
        /** None of it is in. */
        REFUSED
    }

    @Id
    public String name;
    public String sha256;
    @Enumerated(EnumType.STRING)
    public Status status;
    public UUID pieceId;
    /** Forecasts and resolutions that were new. */
    public int added;
    /** Forecasts, questions and resolutions that were changed. */
    public int changed;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Problem> problems;
    public Instant loadedAt;

    static List<LedgerReport> page(Cursor after, int limit) {
        return find("name > ?1 order by name", after == null ? "" : after.key()).range(0, limit).list();
    }
}
