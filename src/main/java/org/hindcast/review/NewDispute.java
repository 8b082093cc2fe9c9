package org.hindcast.review;

import java.util.List;

import org.hindcast.question.Evidence;
import org.hindcast.web.Violations;

/** What is sent to dispute an outcome. */
public record NewDispute(String reason, List<Evidence> evidence) {

    static final int LONGEST_REASON = 4000;

    /** The same as it is stored. @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    NewDispute validated() {
        Violations violations = new Violations();
        violations.required("reason", reason, LONGEST_REASON);
        List<Evidence> seen = Evidence.validated(evidence, violations);
        violations.throwIfAny();
        return new NewDispute(reason, seen);
    }
}
