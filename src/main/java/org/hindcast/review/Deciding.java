package org.hindcast.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.account.Account;
import org.hindcast.forecast.Forecast;
import org.hindcast.question.Evidence;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionAmended;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;

/** From verdicts to a resolution and back, each in the caller's transaction, with the question held. */
@ApplicationScoped
class Deciding {

    @Inject
    ReviewSettings settings;
    @Inject
    Event<QuestionsMoved> moved;

    /** @throws Conflict when the question is decided already */
    Question decide(UUID id, NewVerdict sent, Account reviewer, Instant now) {
        Question question = Question.locked(id);
        switch (question.status) {
            case RESOLVED -> throw new Conflict(
                    "The question is resolved (%s). Who sees it differently disputes that: POST /api/v1/questions/%s/disputes, or on its page."
                            .formatted(question.outcome, id));
            case WITHDRAWN -> throw new Conflict("The question is withdrawn: no forecast stands on it.");
            case OPEN -> {
                NewVerdict given = sent.validated(question, now);
                Verdict.give(question, given, reviewer, now);
                record(question, given, reviewer, now);
                apply(question, given, reviewer, now);
                moved.fire(new QuestionsMoved(Set.of(question.id), now));
            }
        }
        return question;
    }

    private void apply(Question question, NewVerdict given, Account reviewer, Instant now) {
        if (given.outcome() == Answer.NOT_YET) {
            question.waitUntil(given.recheckOn(), now);
            return;
        }
        List<Verdict> agreeing = Verdict.agreeing(question, given.outcome());
        if (agreeing.size() >= settings.resolvingVerdicts()) {
            List<Evidence> evidence = agreeing.stream().flatMap(verdict -> verdict.evidence.stream()).distinct().toList();
            Resolution.resolve(question,
                    new Decision(given.outcome().outcome(), evidence, given.note(), reviewer.username, null, null,
                            now),
                    now);
        }
    }

    private static void record(Question question, NewVerdict given, Account reviewer, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", question.version);
        data.put("outcome", given.outcome());
        data.put("evidence", given.evidence());
        data.put("note", given.note());
        data.put("recheckOn", given.recheckOn());
        RecordedEvent.record(now, reviewer.username, "verdict.given", question.id, data);
    }

    /** @throws Conflict unless it is resolved */
    Question reopen(UUID id, String by, String because, Instant now) {
        Question question = Question.locked(id);
        if (question.status != Question.Status.RESOLVED) {
            throw new Conflict("The question is not resolved.");
        }
        question.reopen(now);
        Forecast.withdrawWhereNoneStandsOn(question);
        Resolution.of(id).end(by, because, now);
        moved.fire(new QuestionsMoved(Set.of(id), now));
        return question;
    }

    /** A resolution made under other criteria ends with them. */
    void criteriaChanged(@Observes QuestionAmended amended) {
        Resolution inForce = Resolution.of(amended.question());
        if (inForce != null) {
            inForce.end(amended.by(), amended.because(), amended.now());
        }
    }
}
