package org.hindcast.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.hindcast.question.Evidence;
import org.hindcast.question.Question;
import org.hindcast.web.Filled;
import org.hindcast.web.Violations;

/** The form of a verdict: what a reviewer typed, and what they had before their eyes while they did. */
public final class VerdictForm {

    private static final int ROWS = 3;

    public final Filled typed;
    /** Rows of evidence in use, in order: the places of their fields. */
    private final List<Integer> used;

    VerdictForm(Filled typed) {
        this.typed = typed;
        this.used = IntStream.range(0, Math.max(typed.count("url"), typed.count("urlNote")))
                .filter(i -> !typed.typed("url", i).isBlank() || !typed.typed("urlNote", i).isBlank()).boxed().toList();
    }

    /** One row of evidence as it is shown again. */
    public record Row(String url, String note, String urlProblem, String noteProblem) {
    }

    /** Rows that were filled in come first, so that they are numbered as what is wrong with them is; then empty ones. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int place : used) {
            String field = "evidence[" + rows.size() + "]";
            rows.add(new Row(typed.typed("url", place), typed.typed("urlNote", place), typed.problem(field + ".url"),
                    typed.problem(field + ".note")));
        }
        int shown = Math.min(Evidence.MOST, typed.has("more") ? typed.count("url") + ROWS : Math.max(ROWS, used.size() + 1));
        while (rows.size() < shown) {
            rows.add(new Row("", "", null, null));
        }
        return rows;
    }

    /** The verdict, of which {@link Deciding} says whether it is accepted. @throws org.hindcast.web.InvalidInput */
    NewVerdict verdict() {
        Violations violations = new Violations();
        Answer outcome = typed.choice("outcome", Answer.class, violations);
        List<Evidence> evidence = new ArrayList<>();
        for (int place : used) {
            String field = "evidence[" + evidence.size() + "]";
            evidence.add(new Evidence(typed.text("url", place, field + ".url", violations),
                    typed.text("urlNote", place, field + ".note", violations)));
        }
        NewVerdict verdict = new NewVerdict(outcome, evidence, typed.text("note", violations),
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
