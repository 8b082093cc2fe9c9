package org.hindcast.forecast;

import org.hindcast.score.Lexicon;
import org.hindcast.score.Phrase;
import org.hindcast.web.Formats;

/**
 * The position an author took, in plain words; "it" is what the question asks about.
 *
 * @param words completes "the author …"
 * @param probability of YES, 0..1, words read with the lexicon asked for; null where none is read from them
 */
public record Position(String words, Double probability) {

    /** Longer ones are told on the forecast's page only. */
    private static final int LONGEST_ODDS = 40;

    /** Words read with the default lexicon. */
    public static Position of(Claim claim) {
        return of(claim, Lexicon.standard());
    }

    static Position of(Claim claim, Lexicon lexicon) {
        String will = claim.stance() == Stance.NO ? "will not happen" : "will happen";
        return switch (claim.basis()) {
            case STATED -> likely(claim.probability());
            case WORDED -> worded(claim, will, lexicon);
            case ASSERTED -> new Position("said it " + will, null);
            case BET -> new Position("bet that it " + will + odds(claim.odds()), null);
            case HEDGED -> new Position("said it may " + will.replace("will ", "") + " (a hedge)", null);
        };
    }

    /** The phrase as it is written in text. */
    static String phrase(String id) {
        Phrase known = Lexicon.phrases().get(id);
        return known == null ? id : known.forms().get(0);
    }

    private static String odds(String odds) {
        return odds == null || odds.length() > LONGEST_ODDS ? "" : " (odds: " + odds + ")";
    }

    private static Position likely(int perMille) {
        double probability = perMille / 1000.0;
        return new Position("said " + Formats.percent(probability) + " likely", probability);
    }

    private static Position worded(Claim claim, String will, Lexicon lexicon) {
        String said = "said “" + phrase(claim.phrase()) + "” that it " + will;
        return lexicon.perMille(claim.phrase()).map(read -> {
            double probability = (claim.stance() == Stance.NO ? 1000 - read : read) / 1000.0;
            return new Position(said + ", read as " + Formats.percent(probability) + " likely", probability);
        }).orElse(new Position(said, null));
    }
}
