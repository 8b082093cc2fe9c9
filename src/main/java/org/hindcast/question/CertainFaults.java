package org.hindcast.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.question.Checklist.Finding;
import org.hindcast.question.Checklist.Level;

/** What makes criteria impossible to apply, whatever else they say. */
final class CertainFaults {

    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}*");
    private static final Pattern PLACEHOLDER = Pattern
            .compile("\\W*(?:tbd|tba|tbc|todo|to do|to be (?:determined|decided|done|defined)|n/a|xxx+|fill in|"
                    + "lorem ipsum.*|placeholder)\\W*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern AUTHOR_DECIDES = Pattern.compile(
            "\\W*(?:the |its |his |her |their )?(?:author|forecaster|columnist|writer|"
                    + "commentator)(?:['’]s)?(?: own)?(?: (?:opinion|view|judge?ment|word|assessment|decision))?\\W*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOBODY = Pattern.compile("\\s*will (he|she|they)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private CertainFaults() {
    }

    static List<Finding> of(NewCriteria criteria, LocalDate madeOn) {
        List<Finding> found = new ArrayList<>();
        saysSomething("criteria.question", criteria.question(), found);
        saysSomething("criteria.yesWhen", criteria.yesWhen(), found);
        saysSomething("criteria.sourceOfTruth", criteria.sourceOfTruth(), found);
        Matcher nobody = NOBODY.matcher(given(criteria.question()));
        if (nobody.matches()) {
            add("no-subject", "criteria.question", "asks about '%s'; a question that names who or what it is about is accepted"
                    .formatted(nobody.group(1)), found);
        }
        if (AUTHOR_DECIDES.matcher(given(criteria.sourceOfTruth())).matches()) {
            add("author-decides", "criteria.sourceOfTruth",
                    "lets the author decide; a source that is independent of who made the forecast is accepted", found);
        }
        endsAfter(madeOn, criteria.dueOn()).ifPresent(found::add);
        return found;
    }

    static Optional<Finding> endsAfter(LocalDate madeOn, LocalDate dueOn) {
        return dueOn == null || madeOn == null || !dueOn.isBefore(madeOn) ? Optional.empty()
                : Optional.of(new Finding(Level.ERROR, "ends-before-made", "criteria.dueOn",
                        "is %s, before the forecast was made; a date from %s on is accepted".formatted(dueOn, madeOn)));
    }

    private static void saysSomething(String field, String text, List<Finding> found) {
        if (!given(text).isBlank() && (NO_LETTER.matcher(text).matches() || PLACEHOLDER.matcher(text).matches())) {
            add("says-nothing", field, "says nothing yet; words that a stranger can apply are accepted", found);
        }
    }

    private static void add(String rule, String field, String message, List<Finding> found) {
        found.add(new Finding(Level.ERROR, rule, field, message));
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
