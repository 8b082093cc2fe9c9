package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/** What must be seen for YES, by the kind of the claim. */
final class YesWhen {

    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:hits?|reach(?:es)?|exceeds?|tops?|pass(?:es)?|surpass(?:es)?|cross(?:es)?|breaks?|"
                    + "falls? to|falls? below|rises? to|rises? above|drops? below|double[sd]?|triple[sd]?|halves?)\\b",
            CASE_INSENSITIVE);

    private YesWhen() {
    }

    /**
     * @param span when, as "by 1 March 2027"
     * @param from the day of publication
     * @param to the last day, in words
     */
    static String of(Kind kind, String statement, String span, String from, String to) {
        String said = "“" + statement + "” ";
        return switch (kind) {
            case EVENT -> said
                    + "has happened %s, and the source says so as a fact. What is only announced, planned or reported by unnamed persons does not count."
                            .formatted(span);
            case LEVEL -> said + (ONCE.matcher(statement).find()
                    ? "is so by a figure of the source for any day or period %s."
                    : "is so by the figure of the source for %2$s, or for the last day or period before it.")
                    .formatted(span, to)
                    + " Figures count as first published; later revisions do not.";
            case TREND -> said
                    + "is so by the figure of the source that describes it best: the last one for a period that ends on or before %s, against the last one published on or before %s. They must differ by more than rounding; later revisions do not count."
                            .formatted(to, from);
            case WINNER -> said + "is so by the official result, published %s. Projections do not count; a tie does not count."
                    .formatted(span);
            case STATE ->
                said + "holds on %s by the source. What held before and has ended by then does not count.".formatted(to);
            case SPEECH -> said
                    + "has been said %s in public and on the record by the person or body named, or by who speaks for it. Reports of unnamed persons do not count."
                            .formatted(span);
            case DURATION ->
                said + "still holds on %s: until then it has lasted, or has not come, as the words say.".formatted(to);
            case COMPARATIVE -> said
                    + "is so by figures of one and the same source and measure, for the last period that ends on or before %s. A tie does not count."
                            .formatted(to);
        };
    }
}
