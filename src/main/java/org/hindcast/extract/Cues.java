package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The patterns of {@code cues.tsv}: what in a sentence speaks for or against a forecast. What each is worth, training finds.
 */
final class Cues {

    enum Kind {
        FUTURE,
        WEAK,
        FIRST,
        TIME,
        AGAINST,
        OTHER
    }

    record Cue(String name, Kind kind, Pattern pattern) {
    }

    /** @param first number of the token it begins with; {@code last} of the one it ends with, exclusive */
    record Found(Cue cue, int first, int last) {
    }

    private static final String FILE = "cues.tsv";

    private final List<Cue> cues;

    Cues() {
        try (InputStream in = Cues.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            cues = lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).map(Cues::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cue parse(String line) {
        String[] cells = line.split("\t");
        String pattern = cells[2].replace("<adv>",
                "(?:(?:[^ ]+ly|not|also|still|now|do|would|just|even|really|quite|very|no|never|only|all|soon|then|ever|can|will|have|am) ){0,3}")
                .replace("<notis>", "(?<!is )(?<!are )(?<!'s )(?<!seem )(?<!seems )");
        // Every token has a space before it: a plain one is found faster than one looked back for
        String from = pattern.startsWith("^") ? "" : " ";
        return new Cue(cells[0], Kind.valueOf(cells[1]), Pattern.compile(from + "(?:" + pattern + ")(?= |$)"));
    }

    /** All that are in a sentence, one of each at most. */
    List<Found> in(Canon canon) {
        List<Found> found = new ArrayList<>();
        for (Cue cue : cues) {
            Matcher matcher = cue.pattern().matcher(canon.text());
            if (matcher.find()) {
                found.add(new Found(cue, canon.tokenAt(matcher.start() + 1),
                        canon.tokenAt(Math.max(matcher.start(), matcher.end() - 1)) + 1));
            }
        }
        return found;
    }
}
