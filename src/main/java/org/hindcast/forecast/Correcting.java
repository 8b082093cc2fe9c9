package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.hindcast.question.Criteria;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionAmended;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.Forbidden;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/**
 * Puts our own mistakes right, visibly and for a reason: a new version of a forecast, of its question's criteria, or a
 * withdrawal.
 */
public final class Correcting {

    private final String actor;
    private final String reason;
    private final Instant now;
    private final Consumer<QuestionAmended> amended;

    /** @param amended is told when criteria changed, which ends a resolution made under the old ones */
    public Correcting(String actor, String reason, Instant now, Consumer<QuestionAmended> amended) {
        this.actor = actor;
        this.reason = reason;
        this.now = now;
        this.amended = amended;
    }

    /** @throws InvalidInput where nothing is said */
    static String reason(String sent) {
        Violations violations = new Violations();
        String reason = violations.required("reason", sent, 2000);
        violations.throwIfAny();
        return reason;
    }

    /**
     * The forecast, its question and the one it would move to held.
     *
     * @param otherQuestion id or key; null where it stays
     * @throws Forbidden from the due date on, to all but admins
     * @throws Conflict if it moved to a third question just now, which is not held
     */
    static Forecast held(UUID id, String otherQuestion, boolean admin, Instant now) {
        Forecast forecast = Forecast.byId(id);
        if (forecast.question != null && forecast.status != Forecast.Life.DRAFT) {
            Question question = forecast.question;
            Question other = otherQuestion == null ? question : Question.byIdOrKey(otherQuestion);
            other = other == null ? question : other;
            Question.lock(List.of(question.id, other.id));
            List.of(forecast, question, other).forEach(Forecast.getEntityManager()::refresh);
            if (!forecast.question.id.equals(question.id)) {
                throw new Conflict("Somebody else has just moved the forecast to another question. Look at it again.");
            }
            if (!forecast.question.dueAt.isAfter(now) && !admin) {
                throw new Forbidden("From the due date on only an admin may correct or withdraw.");
            }
        }
        return forecast;
    }

    /**
     * @param forecast published, its question locked
     * @param wanted the forecast as it should have been
     * @return the questions on which something moved
     * @throws InvalidInput naming every field that is not accepted
     */
    public Set<UUID> correct(Forecast forecast, NewForecast wanted) {
        refuseUnlessPublished(forecast);
        Violations violations = new Violations();
        Claim claim = wanted.claim(forecast.piece, now, violations);
        Question from = forecast.question;
        Question to = wanted.question() == null ? from : Question.byIdOrKey(wanted.question());
        if (to == null) {
            violations.add("question", "is not the id or key of a question");
            violations.throwIfAny();
        }
        Criteria criteria = to.criteria;
        if (to != from && wanted.criteria() != null) {
            violations.add("criteria", "and question exclude each other: the question it moves to keeps its own");
        } else if (to == from && wanted.criteria() != null) {
            criteria = wanted.criteria().finished(claim.madeOn(), violations);
            if (!Objects.equals(wanted.criteria().key(), from.key)) {
                violations.add("criteria.key", "cannot be changed; 'question' moves the forecast to another question");
            }
        } else if (wanted.question() == null) {
            violations.add("criteria", "cannot be taken away");
        }
        if (to != from || !claim.madeOn().equals(forecast.claim.madeOn())) {
            Publishing.refuseHindsight(to, claim.madeOn(), violations);
        }
        LocalDate latest = claim.madeOn();
        if (violations.none()) {
            LocalDate others = Forecast.lastMadeOn(to, forecast);
            latest = others != null && others.isAfter(latest) ? others : latest;
            if (criteria.dueOn().isBefore(latest)) {
                violations.add("criteria.dueOn", "is before %s, when a forecast on this question was made".formatted(latest));
            }
        }
        violations.throwIfAny();
        return write(forecast, claim, to, criteria);
    }

    private Set<UUID> write(Forecast forecast, Claim claim, Question to, Criteria criteria) {
        Question from = forecast.question;
        boolean claimChanged = !claim.equals(forecast.claim) || to != from;
        boolean criteriaChanged = !criteria.equals(to.criteria);
        if (!claimChanged && !criteriaChanged) {
            throw new InvalidInput("reason", "goes with at least one changed field; everything sent is as it was");
        }
        if (claimChanged) {
            Claim was = forecast.claim;
            forecast.question = to;
            forecast.correct(claim);
            ForecastVersion.keep(forecast, reason, actor, now);
            RecordedEvent.record(now, actor, "forecast.corrected", forecast.id,
                    data(reason, "version", forecast.version, "was", was, "is", claim, "question", to.id));
            if (to != from) {
                Forecast.withdrawWhereNoneStandsOn(from);
            }
            if (to.status == Question.Status.WITHDRAWN) {
                to.reopen(now);
            }
        }
        if (criteriaChanged) {
            amend(to, criteria, reason, actor, now);
            amended.accept(new QuestionAmended(to.id, actor, reason, now));
        }
        return new HashSet<>(List.of(from.id, to.id));
    }

    /** New criteria, on record with those they replace. The caller ends what was decided under the old ones. */
    public static void amend(Question question, Criteria criteria, String reason, String actor, Instant now) {
        Criteria was = question.criteria;
        question.amend(criteria, reason, actor, now);
        RecordedEvent.record(now, actor, "question.corrected", question.id,
                data(reason, "version", question.version, "was", was, "is", criteria));
    }

    /** Takes our mistake off the record's sums, not off the record. */
    public void withdraw(Forecast forecast) {
        refuseUnlessPublished(forecast);
        forecast.status = Forecast.Life.WITHDRAWN;
        RecordedEvent.record(now, actor, "forecast.withdrawn", forecast.id, data(reason, "version", forecast.version));
        Forecast.withdrawWhereNoneStandsOn(forecast.question);
    }

    private static void refuseUnlessPublished(Forecast forecast) {
        if (forecast.status == Forecast.Life.DRAFT) {
            throw new Conflict("The forecast is a draft; a draft is changed with PATCH.");
        }
        if (forecast.status == Forecast.Life.WITHDRAWN) {
            throw new Conflict("The forecast is withdrawn.");
        }
    }

    private static Map<String, Object> data(String reason, Object... namesAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reason", reason);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            data.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return data;
    }
}
