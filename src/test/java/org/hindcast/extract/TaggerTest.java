package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggerTest {

    private static final Tagger TAGGER = new Tagger();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pressure on Ukraine intensifies.          | intensifies | VBZ
            Trump threatens aid cutoff.               | threatens   | VBZ
            Europe faces a hard choice.               | faces       | VBZ
            Rents will fall.                          | will        | MD
            Rents will fall.                          | fall        | VB
            Rents fall every winter.                  | fall        | VBP
            The minister lost the vote.               | lost        | VBD
            The minister has lost the vote.           | lost        | VBN
            The plan was rejected by the board.       | rejected    | VBN
            The board rejected the plan.              | rejected    | VBD
            They are losing the election.             | losing      | VBG
            She wants to win the election.            | win         | VB
            It isn't over.                            | is          | VBZ
            We were wrong about him.                  | were        | VBD
            Paris announced new tariffs.              | Paris       | NNP
            There is a road to the coast.             | There       | EX
            """)
    void tellsTheFormOfAVerb(String sentence, String word, String tag) {
        List<Word> words = Words.of(sentence, 0, sentence.length());
        String[] tags = TAGGER.forOneCall().tags(sentence, words);
        for (int i = 0; i < tags.length; i++) {
            if (words.get(i).lower().equals(word.toLowerCase(Locale.ROOT))) {
                assertEquals(tag, tags[i], sentence + " " + String.join(" ", tags));
            }
        }
    }
}
