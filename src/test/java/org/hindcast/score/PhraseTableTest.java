package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PhraseTableTest {

    private final PhraseTable words = PhraseTable.of("likely", true, 10, 8).plus(PhraseTable.of("likely", false, 4, 1))
            .plus(PhraseTable.of("unlikely", true, 5, 1));

    @Test
    void anyLexiconAppliesLater() {
        assertEquals(PerMilleTable.of(750, 10, 8).plus(PerMilleTable.of(250, 4, 1)).plus(PerMilleTable.of(200, 5, 1)),
                words.under(Lexicon.standard()));
        assertEquals(PerMilleTable.of(675, 10, 8).plus(PerMilleTable.of(325, 9, 2)),
                words.under(Lexicon.named("icd-203").orElseThrow()), "wordings of one value are one level");
    }

    @Test
    void whatWasAddedCanBeTakenAway() {
        assertEquals(PhraseTable.EMPTY, words.plus(PhraseTable.of("likely", true, -10, -8))
                .plus(PhraseTable.of("likely", false, -4, -1)).plus(PhraseTable.of("unlikely", true, -5, -1)));
    }

    /** "Likely" reads as 67 to 80 %: with 8 of 10 hits the best point is 80 %, the worst 67 %. */
    @Test
    void theScoreIsARangeOverReadings() {
        Interval range = PhraseTable.of("likely", true, 10, 8).brierRange(PerMilleTable.of(500, 10, 5), Lexicon.standard());
        assertClose((2.5 + 8 * 0.04 + 2 * 0.64) / 20, range.low(), "low");
        assertClose((2.5 + 8 * 0.33 * 0.33 + 2 * 0.67 * 0.67) / 20, range.high(), "high");
        assertNull(PhraseTable.EMPTY.brierRange(PerMilleTable.EMPTY, Lexicon.standard()));
        double point = Report.of(words.under(Lexicon.standard()).levels()).brier();
        Interval all = words.brierRange(PerMilleTable.EMPTY, Lexicon.standard());
        assertEquals(true, all.low() <= point && point <= all.high());
    }

    @Test
    void hedgesAreNeverScored() {
        PhraseTable hedge = PhraseTable.of("might", true, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> hedge.under(Lexicon.standard()));
        assertThrows(IllegalArgumentException.class, () -> hedge.brierRange(PerMilleTable.EMPTY, Lexicon.standard()));
    }
}
