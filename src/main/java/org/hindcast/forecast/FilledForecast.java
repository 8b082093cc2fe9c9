package org.hindcast.forecast;

import java.time.Instant;
import java.util.List;

import org.hindcast.piece.Piece;
import org.hindcast.question.Checklist;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violation;
import org.hindcast.web.Violations;

/**
 * A forecast as an editor filled it in, on its way from a form onto the record.
 *
 * @param form its fields, called as in the API
 * @param quote as it was taken from the text; null where it was not
 * @param start where that stands; null without a text
 */
public record FilledForecast(Filled form, Piece piece, String quote, Integer start) {

    /**
     * What publishing would refuse, but for what only the database knows (whether a question that it joins is there, and what
     * criteria another one with its key has) and for days that cannot be. Criteria come first through {@link #checklist}.
     */
    public List<Violation> violations() {
        Violations found = new Violations();
        try {
            read().claim(piece, found);
        } catch (InvalidInput unread) {
            return unread.violations;
        }
        return found.found();
    }

    /** What is wrong, or doubtful, with its criteria; nothing where it joins a question. */
    public List<Checklist.Finding> checklist() {
        return ForecastForm.checklist(form, true);
    }

    /** The quote as it stands in the text, and where; null where it does not. */
    public Claim claim() {
        Violations unread = new Violations();
        try {
            return read().claim(piece, unread);
        } catch (InvalidInput e) {
            return null;
        }
    }

    /**
     * Made and put on record, within a transaction at whose end the caller fires {@link org.hindcast.question.QuestionsMoved}.
     *
     * @throws InvalidInput naming everything that is missing or wrong
     */
    public Forecast publish(String editor, Instant now) {
        Forecast draft = new Drafting(editor, now).create(read());
        new Publishing(editor, now).publish(draft);
        return draft;
    }

    /**
     * Kept as a claim that nobody can decide.
     *
     * @throws InvalidInput without a reason, and naming what is wrong with the claim itself
     */
    public Unresolvable keep(String reason, String editor, Instant now) {
        NewForecast claim = ForecastForm.read(form, piece, quote, start, false);
        Forecast draft = new Drafting(editor, now).create(claim);
        Forecast.flush();
        return Unresolvable.of(draft, reason, editor, now);
    }

    private NewForecast read() {
        return ForecastForm.read(form, piece, quote, start, true);
    }
}
