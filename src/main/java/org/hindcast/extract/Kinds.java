package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What kind of verb or noun a word is, by {@code classes.tsv}: "rents soar" and "profits tumble" say the same kind of thing,
 * though no labelled text has either word.
 */
final class Kinds {

    private static final String FILE = "classes.tsv";
    private static final Map<String, List<String>> VERBS = new HashMap<>();
    private static final Map<String, List<String>> NOUNS = new HashMap<>();
    private static final int SHORTEST = 3;

    static {
        try (InputStream in = Kinds.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(Kinds::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kinds() {
    }

    private static void read(String line) {
        String[] cells = line.split("\t");
        Map<String, List<String>> kinds = cells[0].equals("verb") ? VERBS : NOUNS;
        for (String word : cells[2].split(" ")) {
            kinds.merge(word, List.of(cells[1]),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).distinct().toList());
        }
    }

    /** Of a verb in any of its regular forms; empty where it is not known. */
    static List<String> ofVerb(String lower) {
        return of(VERBS, lower);
    }

    /** Of a noun, one or many. */
    static List<String> ofNoun(String lower) {
        return of(NOUNS, lower);
    }

    private static List<String> of(Map<String, List<String>> kinds, String lower) {
        List<String> found = kinds.get(lower);
        int n = lower.length();
        if (found == null && n > SHORTEST) {
            found = lower.endsWith("ies") ? kinds.get(lower.substring(0, n - 3) + "y")
                    : lower.endsWith("s") ? either(kinds, lower.substring(0, n - 1), 0)
                            : lower.endsWith("ied") ? kinds.get(lower.substring(0, n - 3) + "y")
                                    : lower.endsWith("ed") ? either(kinds, lower.substring(0, n - 1), 1)
                                            : lower.endsWith("ing") ? either(kinds, lower.substring(0, n - 3) + "e", 1) : null;
        }
        return found == null ? List.of() : found;
    }

    /** The stem, the stem without its "e" ("closes", "pushes"), or without a doubled letter ("dropped", "cutting"). */
    private static List<String> either(Map<String, List<String>> kinds, String stem, int doubled) {
        List<String> found = kinds.get(stem);
        int n = stem.length() - 1;
        if (found == null && stem.endsWith("e")) {
            found = kinds.get(stem.substring(0, n));
            if (found == null && doubled > 0 && n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2)) {
                found = kinds.get(stem.substring(0, n - 1));
            }
        }
        return found;
    }
}
