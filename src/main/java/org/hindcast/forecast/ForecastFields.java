package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;

import org.hindcast.question.Checklist;
import org.hindcast.score.Lexicon;
import org.hindcast.score.Phrase;
import org.hindcast.web.Filled;
import org.hindcast.web.Formats;

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
        return new ForecastFields(form, FoundQuestion.of(form.typed("search"), form.typed("question"), now),
                ForecastForm.checklist(form), published);
    }

    public List<Option> phrases() {
        return SCORED;
    }

    public List<Option> hedges() {
        return HEDGES;
    }

    private static Option option(Phrase phrase) {
        return new Option(phrase.id(), phrase.forms().get(0) + Lexicon.standard().perMille(phrase.id())
                .map(read -> " (read as " + Formats.percent(read / 1000.0) + ")").orElse(""));
    }
}
