package org.hindcast.review;

import java.util.stream.Stream;

import org.hindcast.question.NewCriteria;
import org.hindcast.question.Outcome;
import org.hindcast.question.Question;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violation;
import org.hindcast.web.Violations;

/** The form in which admins decide a dispute: one choice stands for the decision and the new outcome. */
public final class RulingForm {

    enum Choice {
        UPHELD,
        REOPENED,
        YES,
        NO,
        VOID
    }

    private static final String CHOICE = "choice";

    public final Filled typed;
    public final EvidenceForm evidence;

    RulingForm(Filled typed) {
        this.typed = typed;
        this.evidence = new EvidenceForm(typed);
    }

    /** Still to be filled in, with the criteria as they stand. */
    static RulingForm of(Question question) {
        NewCriteria criteria = NewCriteria.of(question);
        return new RulingForm(Filled.empty().with("criteria.question", criteria.question())
                .with("criteria.yesWhen", criteria.yesWhen()).with("criteria.sourceOfTruth", criteria.sourceOfTruth())
                .with("criteria.dueOn", criteria.dueOn()).with("criteria.timeZone", criteria.timeZone())
                .with("criteria.ifSilent", criteria.ifSilent()));
    }

    /** What is wrong, each at the field of the form that it stands in. */
    RulingForm refused(InvalidInput e) {
        return new RulingForm(typed.refused(e.violations.stream()
                .map(one -> one.field().equals("decision") || one.field().equals("outcome")
                        ? new Violation(CHOICE, one.message())
                        : one)
                .toList()));
    }

    /** Whether something is wrong with the criteria, so that they have to be seen. */
    public boolean criteriaRefused() {
        return typed.violations().stream().anyMatch(one -> one.field().startsWith("criteria"));
    }

    /** @throws InvalidInput where a field cannot be read */
    NewRuling ruling() {
        Violations violations = new Violations();
        Choice choice = typed.choice(CHOICE, Choice.class, violations);
        if (choice == null && violations.none()) {
            violations.add(CHOICE, "is missing; choose one");
        }
        Outcome outcome = Stream.of(Outcome.values()).filter(one -> choice != null && one.name().equals(choice.name()))
                .findFirst().orElse(null);
        NewRuling ruling = new NewRuling(choice == Choice.UPHELD ? NewRuling.Ruled.UPHELD : NewRuling.Ruled.GRANTED,
                typed.text("reason", violations), outcome, evidence.evidence(violations), criteria(violations));
        violations.throwIfAny();
        return ruling;
    }

    private NewCriteria criteria(Violations violations) {
        return new NewCriteria(typed.text("criteria.question", violations), typed.text("criteria.yesWhen", violations),
                typed.text("criteria.sourceOfTruth", violations), typed.date("criteria.dueOn", violations),
                typed.text("criteria.timeZone", violations), typed.text("criteria.ifSilent", violations), null);
    }
}
