package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Whom to believe on what a claim is about: a first proposal. */
final class Sources {

    private record Source(Pattern words, String name) {
    }

    private static final String ANY = "Two of Reuters, the Associated Press and AFP, reporting it as a fact in their own words.";
    private static final List<Source> ALL = read("sources.tsv");

    private Sources() {
    }

    static String of(String statement) {
        return ALL.stream().filter(each -> each.words.matcher(statement).find()).map(Source::name).findFirst().orElse(ANY);
    }

    private static List<Source> read(String resource) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Sources.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(cells -> new Source(
                            Pattern.compile("(?<![\\w-])(?:" + cells[0] + ")(?![\\w-])", Pattern.CASE_INSENSITIVE),
                            cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
