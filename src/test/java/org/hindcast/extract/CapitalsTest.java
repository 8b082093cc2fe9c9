package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Small Papers Will Close                   | none
            RATES WILL EASE IN MAY                    | MAY
            What Won't Happen in May 2027             | May
            Rents May Fall                            | none
            When she met Will Smith, he laughed at it. | When Will Smith
            Ireland, Scotland, Japan                  | Ireland Scotland Japan
            Trump threatens aid cutoff.               | Trump
            The NATO summit is in The Hague.          | The NATO The Hague
            Will                                      | Will
            """)
    void countsOnlyWhereTheRestOfTheLineHasNone(String line, String capitals) {
        List<Word> settled = Capitals.settled(line, Words.of(line, 0, line.length()));
        String kept = settled.stream().filter(Word::capital).map(word -> line.substring(word.start(), word.end()))
                .collect(Collectors.joining(" "));
        assertEquals(capitals == null ? "" : capitals, kept);
    }

    @ParameterizedTest
    @CsvSource({ "Small Papers Will Close, will", "RENTS WILL FALL, will", "Laggards Will Be Eaten, will" })
    void soHeadlinesHaveTheirModals(String line, String modal) {
        List<Word> settled = Capitals.settled(line, Words.of(line, 0, line.length()));
        assertEquals(List.of(modal), Modals.in(settled).stream().map(Modals.Modal::word).toList());
    }
}
