package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.hindcast.forecast.Forecast;
import org.hindcast.question.Criteria;
import org.hindcast.question.Evidence;
import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.web.Violations;

/**
 * What an admin sends to decide a dispute.
 *
 * @param reason for everybody to read; where the new outcome is VOID, why the criteria cannot be applied
 * @param outcome what the question is resolved to instead, with GRANTED only; null: it is reopened, and reviewers decide anew
 * @param criteria what the question's criteria should have been, whole, with GRANTED only; null: they stay
 */
public record NewRuling(Ruled decision, String reason, Outcome outcome, List<Evidence> evidence, NewCriteria criteria) {

    static final int LONGEST_REASON = 2000;

    enum Ruled {
        /** The outcome stands. */
        UPHELD,
        GRANTED
    }

    /** The same as it is carried out. @param criteria null where they stay as they are */
    record Valid(boolean granted, String reason, Outcome outcome, List<Evidence> evidence, Criteria criteria) {
    }

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted for this dispute now */
    Valid validated(Dispute dispute, Instant now) {
        Violations violations = new Violations();
        if (decision == null) {
            violations.add("decision", "is missing; UPHELD (the outcome stands) or GRANTED is accepted");
        }
        violations.required("reason", reason, LONGEST_REASON);
        List<Evidence> seen = Evidence.validated(evidence, violations);
        Criteria anew = criteria(dispute.question, violations);
        if (decision == Ruled.UPHELD) {
            withGrantedOnly("outcome", outcome, violations);
            withGrantedOnly("criteria", anew, violations);
        } else if (outcome != null) {
            NewVerdict.needsEvidence(Answer.of(outcome), evidence,
                    anew == null ? dispute.question.dueAt : anew.dueAt(), now, violations);
            if (outcome == dispute.resolution.outcome && anew == null && seen.equals(dispute.resolution.evidence)) {
                violations.add("outcome", "is what it is already, on the same evidence; UPHELD leaves it");
            }
        }
        violations.throwIfAny();
        return new Valid(decision == Ruled.GRANTED, reason, outcome, seen, anew);
    }

    private static void withGrantedOnly(String field, Object value, Violations violations) {
        if (value != null) {
            violations.add(field, "goes with GRANTED only");
        }
    }

    private Criteria criteria(Question question, Violations violations) {
        if (criteria == null) {
            return null;
        }
        LocalDate latest = Forecast.lastMadeOn(question);
        if (criteria.key() != null && !Objects.equals(criteria.key(), question.key)) {
            violations.add("criteria.key", "cannot be changed");
        }
        int before = violations.found().size();
        Criteria anew = criteria.finished(latest, violations);
        return violations.found().size() == before && anew.equals(question.criteria) ? null : anew;
    }
}
