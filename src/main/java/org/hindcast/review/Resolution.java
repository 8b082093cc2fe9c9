package org.hindcast.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.hindcast.question.Evidence;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.record.RecordedEvent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What the verdicts on a question added up to. At most one is in force; the ended ones stay. */
@Entity
public class Resolution extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;
    public UUID questionId;
    public int questionVersion;
    @Enumerated(EnumType.STRING)
    public Outcome outcome;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<Evidence> evidence;
    public String note;
    /** Who gave the verdict that decided it, or {@code ledger}. */
    public String actor;
    /** The ledger file that gave it; null where a reviewer did. */
    public String source;
    public Instant resolvedAt;
    public Instant endedAt;
    public String endedBy;
    public String endedBecause;

    /**
     * Decides the question, which the caller holds locked. The caller fires {@link org.hindcast.question.QuestionsMoved} when
     * it is done.
     */
    public static void resolve(Question question, Decision decision, Instant now) {
        question.resolve(decision.outcome(), decision.evidence(), decision.at());
        Resolution resolution = new Resolution();
        resolution.questionId = question.id;
        resolution.questionVersion = question.version;
        resolution.outcome = decision.outcome();
        resolution.evidence = decision.evidence();
        resolution.note = decision.note();
        resolution.actor = decision.actor();
        resolution.source = decision.source();
        resolution.resolvedAt = decision.at();
        resolution.persist();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", question.version);
        data.put("outcome", decision.outcome());
        data.put("evidence", decision.evidence());
        data.put("note", decision.note());
        data.put("source", decision.source());
        if (decision.sha256() != null) {
            data.put("sha256", decision.sha256());
        }
        RecordedEvent.record(now, decision.actor(), "question.resolved", question.id, data);
    }

    /** The last one, in force or ended; null where there never was one. */
    public static Resolution last(UUID question) {
        return find("questionId = ?1 order by endedAt desc nulls first, id desc", question).firstResult();
    }

    /** The one in force, or null. */
    public static Resolution of(UUID question) {
        return find("questionId = ?1 and endedAt is null", question).firstResult();
    }

    public void end(String by, String because, Instant now) {
        endedAt = now;
        endedBy = by;
        endedBecause = because;
        RecordedEvent.record(now, by, "question.reopened", questionId, Map.of("reason", because, "was", outcome));
        flush();
    }
}
