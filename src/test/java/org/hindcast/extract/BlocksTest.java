package org.hindcast.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {

    /** Line breaks are written as "/", a blank line as "//". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What happens next://Rents fall.                        | HEADING What happens next: | PARAGRAPH Rents fall.
            ## The outlook ##//Rents fall.                         | HEADING The outlook        | PARAGRAPH Rents fall.
            The outlook/===========//Rents fall.                   | HEADING The outlook        | PARAGRAPH Rents fall.
            **The outlook**//Rents fall.                           | HEADING The outlook        | PARAGRAPH Rents fall.
            RENTS AND WHAT THEY WILL DO//They fall.                | HEADING RENTS AND WHAT THEY WILL DO | PARAGRAPH They fall.
            Will there be a war?//No.                              | HEADING Will there be a war? | PARAGRAPH No.
            People cared.//They still do.                          | PARAGRAPH People cared.    | PARAGRAPH They still do.
            2. The long way//It is long.                           | HEADING The long way       | PARAGRAPH It is long.
            - Rents fall./- Wages rise.                            | ITEM Rents fall.           | ITEM Wages rise.
            * Rents fall./* Wages rise.                            | ITEM Rents fall.           | ITEM Wages rise.
            • Rents fall.//• Wages rise.                           | ITEM Rents fall.           | ITEM Wages rise.
            1. Rents fall.//2) Wages rise.                         | ITEM Rents fall.           | ITEM Wages rise.
            - [ ] Rents fall./- [x] Wages rise.                    | ITEM Rents fall.           | ITEM Wages rise.
            *This is only a scenario.*//It is.                     | PARAGRAPH This is only a scenario. | PARAGRAPH It is.
            > I said so./> And so did she.//It is.                 | QUOTATION I said so.   And so did she. | PARAGRAPH It is.
            """)
    void linesAreWhatTheyLookLike(String text, String first, String second) {
        assertEquals(List.of(first, second), blocks(text.replace("//", "\n\n").replace("/", "\n")));
    }

    @Test
    void aWrappedParagraphIsOne() {
        String text = """
                Rents have gone up in this town for eleven years, and every
                year somebody has said that they would not. I have said it
                myself, twice, and was wrong.
                """;
        assertEquals(1, blocks(text).size());
    }

    @Test
    void linesThatWereNotWrappedStandAlone() {
        assertEquals(3, blocks("Heat in four.\nSpurs in five, and it is not close.\nNets in seven.").size());
    }

    @Test
    void codeIsLeftOut() {
        assertEquals(List.of("PARAGRAPH Rents fall."), blocks("```\nrents will fall\n```\n\nRents fall."));
    }

    private static List<String> blocks(String text) {
        String plain = Plain.of(text);
        return Blocks.of(text, plain).stream()
                .map(block -> block.kind() + " " + plain.substring(block.start(), block.end()).replace('\n', ' '))
                .collect(Collectors.toList());
    }
}
