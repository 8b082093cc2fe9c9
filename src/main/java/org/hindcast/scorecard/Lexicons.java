package org.hindcast.scorecard;

import org.hindcast.score.Lexicon;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Query;

/** The lexicon that a reader chose. */
final class Lexicons {

    private Lexicons() {
    }

    /** The default where none is named. @throws InvalidInput naming those there are */
    static Lexicon parse(String id) {
        String named = Query.given(id);
        return Lexicon.named(named == null ? Lexicon.DEFAULT : named)
                .orElseThrow(() -> new InvalidInput("lexicon", "accepted are " + String.join(", ", Lexicon.ids())));
    }
}
