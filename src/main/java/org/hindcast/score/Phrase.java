package org.hindcast.score;

import java.util.List;

/**
 * A phrase of likelihood that the lexicons know.
 *
 * @param id the phrase in kebab case, such as {@code highly-likely}; never changes
 * @param hedge whether it is too vague to be wrong (may, might, possibly): found and counted, never scored
 * @param source the lexicon that gives its figure in the default lexicon; null where none lists this wording
 * @param readAs phrases of the same meaning in other wordings, nearest first
 * @param forms the wordings by which it is found in text
 */
public record Phrase(String id, boolean hedge, String source, List<String> readAs, List<String> forms) {

    static Phrase parse(String[] cells) {
        return new Phrase(cells[0], cells[1].equals("hedge"), cells[2].equals("-") ? null : cells[2], list(cells[3]),
                list(cells[4]));
    }

    private static List<String> list(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split("\\|"));
    }
}
