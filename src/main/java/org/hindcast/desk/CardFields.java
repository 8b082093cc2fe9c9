package org.hindcast.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;
import org.hindcast.extract.Likelihood;
import org.hindcast.piece.Piece;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.StrictJson;
import org.hindcast.web.Violations;

/** The form of a card: the fields of a forecast, called as in the API, and what is ticked. Empty ones are left out. */
final class CardFields {

    static final List<String> NAMES = List.of("ticked", "looked", "quote", "statement", "condition", "madeOn", "topics",
            "undated", "basis", "probability", "phrase", "stance", "odds", "stakes", "reference.probability", "reference.on",
            "reference.source", "reference.url", "question", "criteria.question", "criteria.yesWhen", "criteria.sourceOfTruth",
            "criteria.dueOn", "criteria.timeZone", "criteria.ifSilent", "criteria.key");
    private static final int LONGEST = 5_000;
    private static final int LONGEST_STATEMENT = 500;

    private CardFields() {
    }

    /** @throws InvalidInput where one cannot be stored */
    static Map<String, String> of(Filled form) {
        Map<String, String> fields = new TreeMap<>();
        Violations found = new Violations();
        for (String name : NAMES) {
            String typed = form.typed(name);
            if (!StrictJson.isStorable(typed)) {
                found.add(name, "a text without U+0000 and without half surrogate pairs is accepted");
            } else if (!typed.isBlank()) {
                found.optional(name, typed, LONGEST);
                fields.put(name, typed);
            }
        }
        found.throwIfAny();
        return fields;
    }

    /** As the extractor would fill it in. A date that is no more than a reading is not yet looked at. */
    static Map<String, String> of(Candidate candidate, Piece piece, boolean ticked) {
        Filled form = Filled.empty().with("ticked", ticked ? "true" : null)
                .with("quote", candidate.quote().replace("\r\n", "\n"))
                .with("statement", abbreviated(candidate.statement())).with("condition", candidate.condition())
                .with("madeOn", piece.publishedOn).with("undated", isUndated(candidate.deadline()) ? "true" : null)
                .with("basis", candidate.basis()).with("stance", candidate.stance() == null ? "YES" : candidate.stance())
                .with("phrase", candidate.phrase());
        if (candidate.basis() == Candidate.Basis.STATED && candidate.probability() != null
                && !isBound(candidate.probability())) {
            form.with("probability", Formats.percent(candidate.probability().point()).replace('\u00a0', ' '));
        }
        return of(with(form, candidate.criteria()));
    }

    /** "Less than 10%" leaves the number to the editor: the middle of it is nobody's. */
    private static boolean isBound(Likelihood.Range said) {
        return said.low() < said.high() && (said.low() == 0 || said.high() == 1);
    }

    private static Filled with(Filled form, DraftedCriteria criteria) {
        return form.with("criteria.question", criteria.question()).with("criteria.yesWhen", criteria.yesWhen())
                .with("criteria.sourceOfTruth", criteria.sourceOfTruth()).with("criteria.dueOn", criteria.dueOn())
                .with("criteria.timeZone", criteria.timeZone()).with("criteria.ifSilent", criteria.ifSilent());
    }

    private static boolean isUndated(Deadline deadline) {
        return deadline == null || deadline.rule() == Deadline.Rule.DEFAULT;
    }

    private static String abbreviated(String statement) {
        return statement.length() <= LONGEST_STATEMENT ? statement : statement.substring(0, LONGEST_STATEMENT - 1) + "…";
    }
}
