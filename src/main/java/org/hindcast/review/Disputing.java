package org.hindcast.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.account.Account;
import org.hindcast.forecast.Correcting;
import org.hindcast.forecast.Forecast;
import org.hindcast.question.Question;
import org.hindcast.question.QuestionsMoved;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Conflict;
import org.hindcast.web.Forbidden;

/** From a dispute to what becomes of the outcome, each in the caller's transaction, with the question held. */
@ApplicationScoped
class Disputing {

    @Inject
    DisputeSettings settings;
    @Inject
    RulingMail mail;
    @Inject
    Event<QuestionsMoved> moved;

    /**
     * @throws Conflict where there is no outcome to dispute, or this account disputes it already
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     */
    Dispute open(UUID question, NewDispute sent, Account by, Instant now) {
        Question disputed = Question.locked(question);
        if (disputed.status != Question.Status.RESOLVED) {
            throw new Conflict("The question is not resolved: there is no outcome to dispute.");
        }
        if (Dispute.openOn(question).stream().anyMatch(other -> other.account.id.equals(by.id))) {
            throw new Conflict("You dispute this outcome already; admins have not decided that yet.");
        }
        NewDispute given = sent.validated();
        if (settings.disputes() > 0 && Dispute.countOpen(by) >= settings.disputes()) {
            throw new Conflict("You have %d disputes that wait for a decision; no more are taken until one is decided."
                    .formatted(settings.disputes()));
        }
        Dispute dispute = Dispute.open(disputed, Resolution.of(question), given, by, now);
        Map<String, Object> data = data(dispute);
        data.put("reason", dispute.reason);
        data.put("evidence", dispute.evidence);
        RecordedEvent.record(now, by.username, "dispute.opened", question, data);
        return dispute;
    }

    /**
     * Leaves the outcome as it is, or undoes it: then the question is open again, or resolved anew, and every score with it.
     *
     * @throws Conflict where it was decided already, or overtaken
     * @throws Forbidden to who had a hand in the outcome or disputes it, where another admin can decide
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     */
    Dispute decide(UUID id, NewRuling sent, Account admin, Instant now) {
        Dispute dispute = Dispute.held(id);
        if (!dispute.isOpen()) {
            throw new Conflict("%s has settled this dispute already: %s.".formatted(dispute.decidedBy,
                    dispute.status.name().toLowerCase()));
        }
        Impartiality of = Impartiality.of(dispute, admin);
        if (!of.mayDecide()) {
            throw new Forbidden(of.sentence());
        }
        NewRuling.Valid ruling = sent.validated(dispute, now);
        dispute.end(ruling.granted() ? Dispute.Status.GRANTED : Dispute.Status.UPHELD, ruling.reason(), admin.username, now);
        dispute.decidedOutcome = ruling.outcome();
        dispute.decidedEvidence = ruling.evidence();
        dispute.decidedByParty = of.party();
        record(dispute, now);
        mail.announce(dispute);
        if (ruling.granted()) {
            undo(dispute, ruling, admin.username, now);
        }
        return dispute;
    }

    private void undo(Dispute dispute, NewRuling.Valid ruling, String admin, Instant now) {
        Question question = dispute.question;
        dispute.resolution.end(admin, ruling.reason(), now);
        if (ruling.criteria() == null) {
            question.reopen(now);
        } else {
            Correcting.amend(question, ruling.criteria(), ruling.reason(), admin, now);
        }
        if (ruling.outcome() != null) {
            Resolution.resolve(question,
                    new Decision(ruling.outcome(), ruling.evidence(), ruling.reason(), admin, null, null, now), now);
        } else {
            Forecast.withdrawWhereNoneStandsOn(question);
        }
        moved.fire(new QuestionsMoved(Set.of(question.id), now));
    }

    private static void record(Dispute dispute, Instant now) {
        Map<String, Object> data = data(dispute);
        data.put("outcome", dispute.decidedOutcome);
        data.put("reason", dispute.decidedBecause);
        data.put("evidence", dispute.decidedEvidence);
        data.put("byParty", dispute.decidedByParty);
        RecordedEvent.record(now, dispute.decidedBy, "dispute." + dispute.status.name().toLowerCase(), dispute.question.id,
                data);
    }

    private static Map<String, Object> data(Dispute dispute) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dispute", dispute.id);
        data.put("by", dispute.account.username);
        data.put("disputed", dispute.resolution.outcome);
        return data;
    }

    /** Where an outcome has ended, what was disputed about it is overtaken. */
    void overtake(@Observes QuestionsMoved questions) {
        for (Dispute dispute : Dispute.openOnEnded(questions.questions())) {
            dispute.end(Dispute.Status.OVERTAKEN, dispute.resolution.endedBecause, dispute.resolution.endedBy,
                    questions.now());
            Map<String, Object> data = data(dispute);
            data.put("reason", dispute.decidedBecause);
            RecordedEvent.record(questions.now(), dispute.decidedBy, "dispute.overtaken", dispute.question.id, data);
            mail.announce(dispute);
        }
    }
}
