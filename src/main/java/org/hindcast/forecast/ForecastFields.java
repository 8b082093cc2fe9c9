package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.hindcast.question.Checklist;
import org.hindcast.score.Lexicon;
import org.hindcast.score.Phrase;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;
import org.hindcast.web.Violations;

/**
 * What the form of a forecast is made of.
 *
 * @param found questions that it could join, or move to
 * @param checklist what is wrong, or doubtful, with its criteria
 * @param published whether it is on record: then the form is that of a correction
 */
public record ForecastFields(Filled form, List<FoundQuestion> found, List<Checklist.Finding> checklist,
        boolean published) {

    /** A phrase to choose. */
    public record Option(String id, String label) {
    }

    private static final List<Option> SCORED = Lexicon.phrases().values().stream().filter(phrase -> !phrase.hedge())
            .map(ForecastFields::option).toList();
    private static final List<Option> HEDGES = Lexicon.phrases().values().stream().filter(Phrase::hedge)
            .map(ForecastFields::option).toList();

    static ForecastFields of(Filled form, boolean published, Instant now) {
        return new ForecastFields(form, found(form, now), ForecastForm.checklist(form), published);
    }

    /** What was looked for; on a check, what the claim comes near to. */
    private static List<FoundQuestion> found(Filled form, Instant now) {
        return ForecastForm.isCheck(form) && !form.has("question") && !form.has("search")
                ? FoundQuestion.near(form.typed("statement"), due(form), now)
                : FoundQuestion.of(form.typed("search"), form.typed("question"), now);
    }

    private static LocalDate due(Filled form) {
        return form.date("criteria.dueOn", new Violations());
    }

    public List<Option> phrases() {
        return scored();
    }

    public List<Option> hedges() {
        return tooVague();
    }

    /** Phrases that are read as a probability. */
    public static List<Option> scored() {
        return SCORED;
    }

    /** Those that are not. */
    public static List<Option> tooVague() {
        return HEDGES;
    }

    private static Option option(Phrase phrase) {
        return new Option(phrase.id(), phrase.forms().get(0) + Lexicon.standard().perMille(phrase.id())
                .map(read -> " (read as " + Formats.percent(read / 1000.0) + ")").orElse(""));
    }
}
