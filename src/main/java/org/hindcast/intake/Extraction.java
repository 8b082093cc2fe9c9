package org.hindcast.intake;

import java.util.List;

import org.hindcast.extract.Candidate;

/**
 * What may be forecasts in a text, and who says so.
 *
 * @param model the language model whose answer is in it; null where the built-in extractor read it alone
 * @param promptHash SHA-256 of what that model was asked; null with it
 * @param note what readers of this have to know, as a sentence; null where there is nothing
 */
public record Extraction(List<Candidate> candidates, String model, String promptHash, String note) {

    public static final String BUILT_IN = "built-in";

    /** Who read it, in a few words. */
    public String extractor() {
        return model == null ? BUILT_IN : "%s and %s, prompt %s".formatted(BUILT_IN, model, promptHash);
    }

    /** The same, with what readers of it have to know. */
    public String told() {
        return note == null ? extractor() : extractor() + ". " + note;
    }
}
