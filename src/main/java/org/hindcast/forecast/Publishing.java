package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import jakarta.persistence.LockModeType;

import org.hindcast.piece.Piece;
import org.hindcast.question.Criteria;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.NameLock;
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
     * question there is, on that one. The caller fires {@link org.hindcast.question.QuestionsMoved} at the end of its
     * transaction.
     *
     * @throws org.hindcast.web.InvalidInput naming everything that is still missing or wrong
     */
    public void publish(Forecast draft) {
        Forecast.getEntityManager().flush();
        Forecast.getEntityManager().refresh(draft, LockModeType.PESSIMISTIC_WRITE);
        if (draft.status != Forecast.Life.DRAFT) {
            throw new Conflict("The forecast is published already; to put a mistake right, send a correction.");
        }
        stand(draft, question(draft.question, draft.draftCriteria, draft.claim.madeOn()));
    }

    /**
     * Makes and publishes at once what a ledger file holds.
     *
     * @param key stable within the file
     * @throws org.hindcast.web.InvalidInput naming everything that is wrong; nothing is stored then
     */
    public Forecast publishNew(Piece piece, NewForecast given, String key) {
        Violations violations = new Violations();
        Claim claim = given.claim(piece, now, violations);
        given.criteria().finished(claim.madeOn(), violations);
        violations.throwIfAny();
        Question question = question(null, given.criteria(), claim.madeOn());
        Forecast forecast = Forecast.draft(piece, claim, question, null, now);
        forecast.key = key;
        stand(forecast, question);
        return forecast;
    }

    private void stand(Forecast forecast, Question question) {
        forecast.publishOn(question, now);
        ForecastVersion.keep(forecast, null, actor, now);
        RecordedEvent.record(now, actor, "forecast.published", forecast.id,
                Map.of("version", forecast.version, "question", question.id, "statement", forecast.claim.statement()));
    }

    private Question question(Question joined, NewCriteria sent, LocalDate madeOn) {
        if (joined != null) {
            return open(Question.locked(joined.id), madeOn);
        }
        if (sent == null) {
            throw new InvalidInput("criteria", "is missing; criteria, or the question it joins, are needed to publish");
        }
        Violations violations = new Violations();
        Criteria criteria = sent.finished(madeOn, violations);
        violations.throwIfAny();
        Question known = sent.key() == null ? null
                : NameLock.find("question", sent.key(), () -> Question.byKey(sent.key()));
        if (known == null) {
            return create(sent.key(), criteria);
        }
        Question locked = Question.locked(known.id);
        if (!locked.criteria.equals(criteria)) {
            throw new InvalidInput("criteria.key",
                    "'%s' is the key of a question with other criteria; the same criteria, or another key, are accepted"
                            .formatted(sent.key()));
        }
        return open(locked, madeOn);
    }

    private Question open(Question question, LocalDate madeOn) {
        if (question.criteria.dueOn().isBefore(madeOn)) {
            throw new InvalidInput("madeOn", "is after the question's due date %s".formatted(question.criteria.dueOn()));
        }
        Violations violations = new Violations();
        refuseHindsight(question, madeOn, violations);
        violations.throwIfAny();
        if (question.status == Question.Status.WITHDRAWN) {
            question.reopen(now);
        }
        return question;
    }

    /** Who speaks when the outcome is on record foresees nothing. */
    static void refuseHindsight(Question question, LocalDate madeOn, Violations violations) {
        LocalDate known = question.outcome == null || question.outcome == Outcome.VOID ? null : question.resolvedOn();
        if (known != null && madeOn.isAfter(known.plusDays(1))) {
            violations.add("madeOn", "is %s, and the question was resolved %s on %s; a forecast made until then is accepted"
                    .formatted(madeOn, question.outcome, known));
        }
    }

    private Question create(String key, Criteria criteria) {
        Question created = Question.create(key, criteria, actor, now);
        RecordedEvent.record(now, actor, "question.created", created.id,
                Map.of("version", created.version, "question", criteria.question(), "dueOn", criteria.dueOn()));
        return created;
    }
}
