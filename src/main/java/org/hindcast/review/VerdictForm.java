package org.hindcast.review;

import org.hindcast.question.Question;
import org.hindcast.web.Filled;
import org.hindcast.web.Violations;

/** The form of a verdict: what a reviewer typed, and what they had before their eyes while they did. */
public final class VerdictForm {

    public final Filled typed;
    public final EvidenceForm evidence;

    VerdictForm(Filled typed) {
        this.typed = typed;
        this.evidence = new EvidenceForm(typed);
    }

    /** The verdict, of which {@link Deciding} says whether it is accepted. @throws org.hindcast.web.InvalidInput */
    NewVerdict verdict() {
        Violations violations = new Violations();
        Answer outcome = typed.choice("outcome", Answer.class, violations);
        NewVerdict verdict = new NewVerdict(outcome, evidence.evidence(violations), typed.text("note", violations),
                outcome == Answer.NOT_YET ? typed.date("recheckOn", violations) : null);
        violations.throwIfAny();
        return verdict;
    }

    /** What there is to be seen of a question now; it comes back with the form. */
    static String seen(Question question) {
        return question.version + "." + question.round + "." + Verdict.countOn(question.id);
    }

    /** Whether nothing has happened since the reviewer opened the page. */
    boolean isOf(Question question) {
        return !typed.has("seen") || typed.is("seen", seen(question));
    }

    /** How many verdicts were there when the reviewer opened the page; all of them, where the form does not say. */
    int verdictsSeen() {
        String[] seen = typed.typed("seen").split("\\.");
        return seen.length == 3 && seen[2].matches("\\d{1,9}") ? Integer.parseInt(seen[2]) : Integer.MAX_VALUE;
    }
}
