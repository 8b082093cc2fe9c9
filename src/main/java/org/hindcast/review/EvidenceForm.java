package org.hindcast.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.hindcast.question.Evidence;
import org.hindcast.web.Filled;
import org.hindcast.web.Violations;

/** The rows of a form that take evidence: an address each, and what it shows. */
public final class EvidenceForm {

    private static final int ROWS = 3;

    private final Filled typed;
    /** Rows in use, in order: the places of their fields. */
    private final List<Integer> used;

    EvidenceForm(Filled typed) {
        this.typed = typed;
        this.used = IntStream.range(0, Math.max(typed.count("url"), typed.count("urlNote")))
                .filter(i -> !typed.typed("url", i).isBlank() || !typed.typed("urlNote", i).isBlank()).boxed().toList();
    }

    /** One row as it is shown again. */
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

    /** What is wrong with all of them together; null where nothing is. */
    public String problem() {
        return typed.problem("evidence");
    }

    List<Evidence> evidence(Violations violations) {
        List<Evidence> evidence = new ArrayList<>();
        for (int place : used) {
            String field = "evidence[" + evidence.size() + "]";
            evidence.add(new Evidence(typed.text("url", place, field + ".url", violations),
                    typed.text("urlNote", place, field + ".note", violations)));
        }
        return evidence;
    }
}
