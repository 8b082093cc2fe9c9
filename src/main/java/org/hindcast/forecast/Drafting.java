package org.hindcast.forecast;

import java.time.Instant;

import jakarta.persistence.LockModeType;

import org.hindcast.piece.Piece;
import org.hindcast.question.Question;
import org.hindcast.web.Conflict;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** Forecasts on their way onto the record, seen by editors only: made, changed, thrown away. */
final class Drafting {

    private final String editor;
    private final Instant now;

    Drafting(String editor, Instant now) {
        this.editor = editor;
        this.now = now;
    }

    /** @throws InvalidInput naming every field that is not accepted */
    Forecast create(NewForecast given) {
        Violations violations = new Violations();
        Piece piece = piece(given, violations);
        Claim claim = given.claim(piece, now, violations);
        Question question = question(given, violations);
        validate(given, claim, violations);
        violations.throwIfAny();
        Forecast draft = Forecast.draft(piece, claim, question, given.criteria(), now);
        draft.draftedBy = editor;
        return draft;
    }

    /**
     * @param wanted the whole draft as it is to be
     * @param question whether the question that it joins changes
     * @param criteria whether its criteria change
     * @throws Conflict once it is published
     * @throws InvalidInput naming every field that is not accepted
     */
    void change(Forecast draft, NewForecast wanted, boolean question, boolean criteria) {
        hold(draft);
        Violations violations = new Violations();
        Claim claim = wanted.claim(draft.piece, now, violations);
        Question joined = question ? question(wanted, violations) : criteria ? null : draft.question;
        if (criteria) {
            validate(wanted, claim, violations);
        }
        violations.throwIfAny();
        draft.claim = claim;
        draft.question = joined;
        draft.draftCriteria = question || criteria ? wanted.criteria() : draft.draftCriteria;
    }

    /** What is to be published at once has everything named that is wrong with it; a draft may be unfinished. */
    private static void validate(NewForecast wanted, Claim claim, Violations violations) {
        if (wanted.criteria() == null) {
            return;
        }
        if (Boolean.TRUE.equals(wanted.publish())) {
            wanted.criteria().finished(claim.madeOn(), violations);
        } else {
            wanted.criteria().validateDraft(claim.madeOn(), violations);
        }
    }

    /** @throws Conflict once it is published */
    void throwAway(Forecast draft) {
        hold(draft);
        draft.delete();
    }

    private static void hold(Forecast draft) {
        Forecast.getEntityManager().refresh(draft, LockModeType.PESSIMISTIC_WRITE);
        refuseUnlessDraft(draft);
    }

    static void refuseUnlessDraft(Forecast forecast) {
        if (forecast.status != Forecast.Life.DRAFT) {
            throw new Conflict("The forecast is published and frozen; to put a mistake right, send a correction.");
        }
    }

    private static Piece piece(NewForecast given, Violations violations) {
        String slug = violations.required("piece", given.piece(), 120);
        Piece piece = slug == null ? null : Piece.find("slug", slug).firstResult();
        if (piece == null) {
            throw new InvalidInput("piece", "is not the slug of a piece");
        }
        return piece;
    }

    private static Question question(NewForecast given, Violations violations) {
        if (given.question() == null) {
            return null;
        }
        if (given.criteria() != null) {
            violations.add("question", "and criteria exclude each other: a forecast joins a question or makes its own");
        }
        Question question = Question.byIdOrKey(given.question());
        if (question == null) {
            violations.add("question", "is not the id or key of a question");
        }
        return question;
    }
}
