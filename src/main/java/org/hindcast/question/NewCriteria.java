package org.hindcast.question;

import java.time.LocalDate;

import org.hindcast.web.Violations;

/** Criteria as they are sent; a draft may hold them unfinished. */
public record NewCriteria(String question, String yesWhen, String sourceOfTruth, LocalDate dueOn, String timeZone,
        String ifSilent,
        String key) {

    /** With everything still to be said. */
    public static NewCriteria empty() {
        return new NewCriteria(null, null, null, null, null, null, null);
    }

    public static NewCriteria of(Question question) {
        Criteria c = question.criteria;
        return new NewCriteria(c.question(), c.yesWhen(), c.sourceOfTruth(), c.dueOn(), c.timeZone(), c.ifSilent(),
                question.key);
    }

    /** Finished criteria, or what is missing and wrong under {@code criteria.}: every error of the {@link Checklist}. */
    public Criteria finished(LocalDate madeOn, Violations violations) {
        Criteria criteria = wellFormed(violations);
        CertainFaults.of(this, madeOn).forEach(fault -> violations.add(fault.field(), fault.message()));
        return criteria;
    }

    /** Criteria with nothing missing, whether or not anybody can apply them. */
    Criteria wellFormed(Violations violations) {
        Criteria criteria = new Criteria(
                violations.required("criteria.question", question, 2000),
                violations.required("criteria.yesWhen", yesWhen, 2000),
                violations.required("criteria.sourceOfTruth", sourceOfTruth, 2000),
                violations.required("criteria.dueOn", dueOn),
                violations.zone("criteria.timeZone", timeZone),
                violations.optional("criteria.ifSilent", ifSilent, 2000));
        violations.slug("criteria.key", key, 120);
        return criteria;
    }

    /** What is wrong with unfinished criteria; what is missing is not yet wrong. */
    public void validateDraft(LocalDate madeOn, Violations violations) {
        violations.optional("criteria.question", question, 2000);
        violations.optional("criteria.yesWhen", yesWhen, 2000);
        violations.optional("criteria.sourceOfTruth", sourceOfTruth, 2000);
        violations.optional("criteria.dueOn", dueOn);
        violations.zone("criteria.timeZone", timeZone);
        violations.optional("criteria.ifSilent", ifSilent, 2000);
        violations.slug("criteria.key", key, 120);
        CertainFaults.endsAfter(madeOn, dueOn).ifPresent(fault -> violations.add(fault.field(), fault.message()));
    }
}
