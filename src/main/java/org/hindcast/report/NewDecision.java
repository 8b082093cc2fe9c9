package org.hindcast.report;

import org.hindcast.web.Violations;

/** What is sent to settle a report. */
record NewDecision(MistakeReport.Status status, String answer) {

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    void validate() {
        Violations violations = new Violations();
        if (status == null || status == MistakeReport.Status.OPEN) {
            violations.add("status", "ACCEPTED or DECLINED is accepted");
        }
        violations.required("answer", answer, NewReport.LONGEST_MESSAGE);
        violations.throwIfAny();
    }
}
