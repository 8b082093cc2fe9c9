package org.hindcast.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    /** Characters of a token. */
    private static final int BEGINNING = 2;

    /** Beyond it, what a token begins with is looked up anew each time: a text may have any characters. */
    private static final int MOST_BEGINNINGS = 20_000;

    private final List<Cue> cues;
    /** Which cues can begin with a token that begins with these two characters, by number. */
    private final Map<String, BitSet> byBeginning = new ConcurrentHashMap<>();

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

    /** By name. */
    Map<String, Kind> kinds() {
        return cues.stream().collect(Collectors.toMap(Cue::name, Cue::kind));
    }

    /** All that are in a sentence, one of each at most. */
    List<Found> in(Canon canon) {
        String text = canon.text();
        Matcher[] matchers = new Matcher[cues.size()];
        Found[] found = new Found[cues.size()];
        for (int token = 0; token < canon.tokens(); token++) {
            int from = canon.start(token) - 1;
            BitSet possible = beginningWith(text.substring(from, Math.min(text.length(), from + 1 + BEGINNING)));
            for (int c = possible.nextSetBit(0); c >= 0; c = possible.nextSetBit(c + 1)) {
                if (found[c] != null) {
                    continue;
                }
                if (matchers[c] == null) {
                    matchers[c] = cues.get(c).pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
                }
                if (matchers[c].region(from, text.length()).lookingAt()) {
                    found[c] = new Found(cues.get(c), token, canon.tokenAt(Math.max(from, matchers[c].end() - 1)) + 1);
                }
            }
        }
        return Arrays.stream(found).filter(Objects::nonNull).toList();
    }

    private BitSet beginningWith(String beginning) {
        BitSet known = byBeginning.get(beginning);
        if (known == null) {
            known = new BitSet();
            for (int c = 0; c < cues.size(); c++) {
                Matcher matcher = cues.get(c).pattern().matcher(beginning);
                // The pattern has read all there is and would have read on
                known.set(c, matcher.lookingAt() || matcher.hitEnd());
            }
            if (byBeginning.size() < MOST_BEGINNINGS) {
                byBeginning.put(beginning, known);
            }
        }
        return known;
    }
}
