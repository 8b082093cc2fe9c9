package org.hindcast.intake;

import java.util.List;

import org.hindcast.extract.Candidate;

/**
 * What may be forecasts in a text, and who says so.
 *
 * @param offered in the order of the text
 * @param model the language model whose answer is in it; null where the built-in extractor read it alone
 * @param promptHash SHA-256 of what that model was asked; null with it
 * @param note what readers of this have to know, as a sentence; null where there is nothing
 */
public record Extraction(List<Offered> offered, String model, String promptHash, String note) {

    public static final String BUILT_IN = "built-in";

    /** Of the built-in extractor alone. */
    static Extraction builtIn(List<Candidate> candidates, String note) {
        return new Extraction(candidates.stream().map(one -> new Offered(one, Offered.By.BUILT_IN)).toList(), null, null,
                note);
    }

    public List<Candidate> candidates() {
        return offered.stream().map(Offered::candidate).toList();
    }

    /** Who read it, in a few words. */
    public String extractor() {
        return model == null ? BUILT_IN : "%s and %s, prompt %s".formatted(BUILT_IN, model, promptHash);
    }

    /** The same for people, with what they have to know of it. */
    public String told() {
        String who = model == null ? BUILT_IN : "%s and %s".formatted(BUILT_IN, model);
        return note == null ? who : who + ". " + note;
    }
}
