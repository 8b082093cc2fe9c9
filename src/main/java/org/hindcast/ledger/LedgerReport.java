package org.hindcast.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hindcast.web.Conditions;
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

    private static final UUID NO_ID = new UUID(0, 0);
    private static final String RANK = "(case when status in ('PROBLEMS', 'REFUSED') then 0 else 1 end)";

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

    /** How many files there are, and how many of them are not in as they are written. */
    record Sum(long files, long withProblems) {

        public String words() {
            return withProblems == 0 ? "%d file%s, none with a problem".formatted(files, files == 1 ? "" : "s")
                    : "%d of %d file%s with problems".formatted(withProblems, files, files == 1 ? "" : "s");
        }
    }

    static Sum sum() {
        return new Sum(count(), count("status in ?1", List.of(Status.PROBLEMS, Status.REFUSED)));
    }

    /** Files with problems by name, then the others. */
    static List<LedgerReport> problemsFirst(Cursor after, int limit) {
        Conditions conditions = new Conditions();
        if (after != null) {
            conditions.and("(" + RANK + " > :rank or " + RANK + " = :rank and name > :name)")
                    .with("rank", after.keyAs(key -> Integer.valueOf(key.substring(0, 1))))
                    .with("name", after.keyAs(key -> key.substring(1)));
        }
        return find(conditions + " order by " + RANK + ", name", conditions.parameters).range(0, limit).list();
    }

    /** Where {@link #problemsFirst} goes on after it. */
    Cursor cursor() {
        return new Cursor((isIncomplete() ? "0" : "1") + name, NO_ID);
    }

    public boolean isIncomplete() {
        return status == Status.PROBLEMS || status == Status.REFUSED;
    }

    /** The SHA-256 of each file of which all is in, by its name. */
    static Map<String, String> hashesOfComplete() {
        return getEntityManager().createQuery("select r.name, r.sha256 from LedgerReport r where r.status in ?1", Tuple.class)
                .setParameter(1, List.of(Status.LOADED, Status.UNCHANGED)).getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    /** Nothing was done with these. */
    static void unchanged(List<String> names, Instant now) {
        getEntityManager().createNativeQuery("""
                update ledger_file set status = 'UNCHANGED', added = 0, changed = 0, loaded_at = :now
                where name = any (:names)""").setParameter("now", now).setParameter("names", names.toArray(String[]::new))
                .executeUpdate();
    }

    /** What became of files that are gone is not what the last loading did. */
    static void keepOnly(List<String> names) {
        getEntityManager().createNativeQuery("delete from ledger_file where name <> all (:names)")
                .setParameter("names", names.toArray(String[]::new)).executeUpdate();
    }

    static List<LedgerReport> page(Cursor after, int limit) {
        return find("name > ?1 order by name", after == null ? "" : after.key()).range(0, limit).list();
    }
}
