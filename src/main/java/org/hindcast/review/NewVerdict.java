package org.hindcast.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.hindcast.question.Evidence;
import org.hindcast.question.Question;
import org.hindcast.web.Violations;

/** A verdict as it is sent. */
public record NewVerdict(Answer outcome, List<Evidence> evidence, String note, LocalDate recheckOn) {

    private static final int RECHECK_AFTER_DAYS = 30;
    private static final int RECHECK_WITHIN_YEARS = 10;

    /**
     * The same as it is stored. @throws org.hindcast.web.InvalidInput naming every field that is not accepted for this question
     * now
     */
    NewVerdict validated(Question question, Instant now) {
        Violations violations = new Violations();
        List<Evidence> seen = Evidence.validated(evidence, violations);
        String remark = violations.optional("note", note, 2000);
        if (outcome == null) {
            violations.add("outcome", "is missing; YES, NO, VOID or NOT_YET is accepted");
        } else {
            needsEvidence(outcome, evidence, question.dueAt, now, violations);
        }
        if (outcome == Answer.VOID && remark == null) {
            violations.add("note", "is missing; VOID needs a note that says why the criteria cannot be applied");
        }
        LocalDate recheck = recheck(question, now, violations);
        violations.throwIfAny();
        return new NewVerdict(outcome, seen, remark, recheck);
    }

    /** YES and NO need it, and before the due date everything does. */
    static void needsEvidence(Answer outcome, List<Evidence> evidence, Instant dueAt, Instant now, Violations violations) {
        if (evidence == null || evidence.isEmpty()) {
            if (outcome == Answer.YES || outcome == Answer.NO) {
                violations.add("evidence", "is missing; %s needs at least one address where it can be seen".formatted(outcome));
            } else if (now.isBefore(dueAt)) {
                violations.add("evidence",
                        "is missing; before the due date at least one address where it can be seen is needed");
            }
        }
    }

    private LocalDate recheck(Question question, Instant now, Violations violations) {
        if (outcome != Answer.NOT_YET) {
            if (recheckOn != null) {
                violations.add("recheckOn", "goes with NOT_YET only");
            }
            return null;
        }
        LocalDate today = now.atZone(question.zone()).toLocalDate();
        if (recheckOn == null) {
            return today.plusDays(RECHECK_AFTER_DAYS);
        }
        if (!recheckOn.isAfter(today) || recheckOn.isAfter(today.plusYears(RECHECK_WITHIN_YEARS))) {
            violations.add("recheckOn",
                    "is %s; a date after today within %d years is accepted".formatted(recheckOn, RECHECK_WITHIN_YEARS));
        }
        return recheckOn;
    }
}
