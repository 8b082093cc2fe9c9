package org.hindcast.question;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** The criteria of a question as they were at one time. */
@Entity
@Immutable
@IdClass(QuestionVersion.Key.class)
public class QuestionVersion extends PanacheEntityBase {

    record Key(UUID questionId, int version) {
    }

    @Id
    public UUID questionId;
    @Id
    public int version;
    @Embedded
    public Criteria criteria;
    public String reason;
    public String actor;
    public Instant createdAt;

    static void keep(Question question, String reason, String actor, Instant now) {
        QuestionVersion kept = new QuestionVersion();
        kept.questionId = question.id;
        kept.version = question.version;
        kept.criteria = question.criteria;
        kept.reason = reason;
        kept.actor = actor;
        kept.createdAt = now;
        kept.persist();
    }
}
