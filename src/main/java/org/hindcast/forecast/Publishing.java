package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.LockModeType;

import org.hindcast.piece.Piece;
import org.hindcast.question.Criteria;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Question;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** From a draft to a forecast that stands on a question and is frozen. */
public final class Publishing {

    private final String actor;
    private final Instant now;

    /** @param actor who publishes, for the record */
    public Publishing(String actor, Instant now) {
        this.actor = actor;
        this.now = now;
    }

    /**
     * Publishes the draft on the question it joins, or on a new one made from its criteria; where these name the key of a
     * question
     * there is, on that one. The caller fires {@link org.hindcast.question.QuestionsMoved} at the end of its transaction.
     *
     * @throws org.hindcast.web.InvalidInput naming everything that is still missing or wrong
     */
    public void publish(Forecast draft) {
        Forecast.getEntityManager().flush();
        Forecast.getEntityManager().refresh(draft, LockModeType.PESSIMISTIC_WRITE);
        if (draft.status != Forecast.Life.DRAFT) {
            throw new Conflict("The forecast is published already; to put a mistake right, send a correction.");
        }
        Question question = question(draft);
        draft.publishOn(question, now);
        ForecastVersion.keep(draft, null, actor, now);
        RecordedEvent.record(now, actor, "forecast.published", draft.id,
                Map.of("version", draft.version, "question", question.id, "statement", draft.claim.statement()));
    }

    /**
     * Makes and publishes at once what a ledger file holds.
     *
     * @param key stable within the file
     * @throws org.hindcast.web.InvalidInput naming everything that is wrong; nothing is stored then
     */
    public Forecast publishNew(Piece piece, NewForecast given, String key) {
        Violations violations = new Violations();
        Claim claim = given.claim(piece, violations);
        given.criteria().finished(claim.madeOn(), violations);
        violations.throwIfAny();
        Forecast draft = Forecast.draft(piece, claim, null, given.criteria(), now);
        draft.key = key;
        try {
            publish(draft);
        } catch (InvalidInput e) {
            draft.delete();
            throw e;
        }
        return draft;
    }

    private Question question(Forecast draft) {
        Violations violations = new Violations();
        Question question = draft.question;
        if (question == null) {
            if (draft.draftCriteria == null) {
                violations.add("criteria", "is missing; criteria, or the question it joins, are needed to publish");
                violations.throwIfAny();
            }
            Criteria criteria = draft.draftCriteria.finished(draft.claim.madeOn(), violations);
            violations.throwIfAny();
            question = named(draft.draftCriteria, criteria);
        }
        Question.lock(List.of(question.id));
        Question.getEntityManager().refresh(question);
        if (question.criteria.dueOn().isBefore(draft.claim.madeOn())) {
            violations.add("madeOn", "is after the question's due date %s".formatted(question.criteria.dueOn()));
            violations.throwIfAny();
        }
        if (question.status == Question.Status.WITHDRAWN) {
            question.reopen(now);
        }
        return question;
    }

    private Question named(NewCriteria sent, Criteria criteria) {
        Question known = sent.key() == null ? null : Question.byKey(sent.key());
        if (known == null) {
            Question created = Question.create(sent.key(), criteria, actor, now);
            RecordedEvent.record(now, actor, "question.created", created.id,
                    Map.of("version", created.version, "question", criteria.question(), "dueOn", criteria.dueOn()));
            return created;
        }
        if (!Objects.equals(known.criteria, criteria)) {
            Violations violations = new Violations();
            violations.add("criteria.key",
                    "'%s' is the key of a question with other criteria; the same criteria, or another key, are accepted"
                            .formatted(sent.key()));
            violations.throwIfAny();
        }
        return known;
    }
}
