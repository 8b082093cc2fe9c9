package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rents will fall and wages will rise.                                  | 2
            Rents will fall, but I think the landlords will not sell.             | 2
            Rents will fall; wages may follow.                                    | 2
            The mayor will resign and go to Lisbon.                               | 1
            The mayor will resign if the council and the party will not have him. | 1
            Prices will go up, the shops will close and nobody will buy.          | 2
            The law that will be passed is one that will help.                    | 1
            """)
    void eachPredicateWithItsOwnSubjectIsAClaim(String sentence, int claims) {
        assertEquals(claims, Claims.parts(signs(sentence)).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            But rents will fall.                                  | Rents will fall.
            I predict that rents will fall                        | Rents will fall.
            In my view, rents will fall.                          | Rents will fall.
            Rents will fall (80%).                                | Rents will fall.
            Rents will fall (p 0.8)                               | Rents will fall.
            Rents won't fall.                                     | Rents will fall.
            Rents are not going to fall.                          | Rents are going to fall.
            It's over.                                            | It's over.
            """)
    void aStatementIsTheClaimAlone(String quote, String statement) {
        Signs signs = signs(quote);
        Position position = Position.of(quote, signs, 0, signs.tokens.size(), text -> List.of(), false);
        assertEquals(statement, Claims.statement(quote, position));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If the bank waits, rents will fall.                       | If the bank waits
            Rents will fall unless the bank acts.                     | unless the bank acts
            Barring a war, rents will fall.                           | Barring a war
            But as long as the bank waits, rents fall.                | as long as the bank waits
            Rents will fall.                                          |
            """)
    void aConditionIsFound(String sentence, String condition) {
        assertEquals(condition, Claims.condition(sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rents will fall (80%).                             | STATED   | YES | 0.8
            There is a 25% chance that rents fall.             | STATED   | YES | 0.25
            Rents fall (p 0.35)                                | STATED   | YES | 0.35
            Rents will fall by 10%.                            | ASSERTED | YES |
            Rents will fall.                                   | ASSERTED | YES |
            Rents won't fall.                                  | ASSERTED | NO  |
            Rents may fall.                                    | HEDGED   | YES |
            I'd bet that rents will fall.                      | BET      | YES |
            My money is on the landlords.                      | BET      | YES |
            """)
    void howSureTheAuthorIs(String sentence, Candidate.Basis basis, Candidate.Stance stance, Double probability) {
        Signs signs = signs(sentence);
        Position position = Position.of(sentence, signs, 0, signs.tokens.size(), text -> List.of(), false);
        assertEquals(basis, position.basis());
        assertEquals(stance, position.stance());
        assertEquals(probability, position.probability() == null ? null : position.probability().point());
    }

    @ParameterizedTest
    @ValueSource(strings = { "won't", "can't", "they'll", "Ukraine's", "U.S.", "3,000.5", "cannot" })
    void aWordsPlacesAreThoseOfTheText(String word) {
        List<Word> words = Words.of(word, 0, word.length());
        assertEquals(0, words.get(0).start());
        for (int i = 1; i < words.size(); i++) {
            assertEquals(words.get(i - 1).end(), words.get(i).start());
        }
    }

    private static Signs signs(String sentence) {
        List<Word> words = Words.of(sentence, 0, sentence.length());
        String[] tags = new String[words.size()];
        java.util.Arrays.fill(tags, "NN");
        return new Signs(new Sentence(0, true, true, 0, sentence.length(), sentence, words), tags, new Cues(), false);
    }
}
