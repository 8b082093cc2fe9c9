package org.hindcast.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What phrases of likelihood mean in numbers, by published surveys of readers and by official standards. Only the phrase is
 * ever stored, so any lexicon can be applied later. The default lexicon takes each phrase's median from the largest open
 * survey that asked for it, else the figure of a standard.
 * <p>
 * A phrase that the chosen lexicon does not list is looked up there under other wordings of the same meaning ("almost
 * certainly" under "almost certain"), then has the default lexicon's value. No value is derived by negation: "unlikely" is not
 * one minus "likely". Values are kept within 10..990 per mille, since nobody's words are scored as certainty.
 * <p>
 * The figures are in {@code lexicon.tsv}, their sources in {@code lexicons.tsv}, the phrases in {@code phrases.tsv}.
 */
public final class Lexicon {

    /** The id of the default lexicon. */
    public static final String DEFAULT = "default";

    /**
     * A lexicon's figure for a phrase, in per mille within 10..990.
     *
     * @param point the survey's median or the middle of the standard's range
     * @param low where the middle half of the survey's answers begins (25 %), or the standard's range; the point where neither
     *        is published
     * @param high where the middle half ends (75 %), or the standard's range
     * @param lowest where nine in ten answers begin (5 %); {@code low} where that is not published
     * @param highest where they end (95 %); {@code high} where that is not published
     */
    public record Meaning(int point, int low, int high, int lowest, int highest) {

        private static Meaning parse(String[] cells) {
            String low = cells[3].equals("-") ? cells[2] : cells[3];
            String high = cells[4].equals("-") ? cells[2] : cells[4];
            return new Meaning(perMilleOf(cells[2]), perMilleOf(low), perMilleOf(high),
                    perMilleOf(cells[5].equals("-") ? low : cells[5]), perMilleOf(cells[6].equals("-") ? high : cells[6]));
        }
    }

    /**
     * Where a lexicon's figures come from.
     *
     * @param id the lexicon's
     * @param kind {@code survey} or {@code standard}
     * @param who answers for it
     * @param where it was published
     */
    public record Source(String id, String kind, String who, String where, String note) {
    }

    private static final Map<String, Phrase> PHRASES = readPhrases();
    private static final List<Source> SOURCES = rows("lexicons.tsv").stream()
            .map(cells -> new Source(cells[0], cells[1], cells[2], cells[3], cells[4])).toList();
    private static final Map<String, Lexicon> LEXICONS = new LinkedHashMap<>();
    private static final String VERSION;

    static {
        Map<String, Map<String, Meaning>> listed = new LinkedHashMap<>();
        List<String[]> rows = rows("lexicon.tsv");
        VERSION = rows.get(0)[1];
        for (String[] cells : rows.subList(1, rows.size())) {
            listed.computeIfAbsent(cells[0], id -> new LinkedHashMap<>()).put(cells[1], Meaning.parse(cells));
        }
        LEXICONS.put(DEFAULT, new Lexicon(DEFAULT, defaults(listed)));
        listed.forEach((id, meanings) -> LEXICONS.put(id, new Lexicon(id, meanings)));
    }

    private final String id;
    private final Map<String, Meaning> meanings;

    private Lexicon(String id, Map<String, Meaning> meanings) {
        this.id = id;
        this.meanings = meanings;
    }

    /** The default lexicon. */
    public static Lexicon standard() {
        return LEXICONS.get(DEFAULT);
    }

    /** The lexicon of this id, such as {@code kent-1964}; empty where there is none. */
    public static Optional<Lexicon> named(String id) {
        return Optional.ofNullable(LEXICONS.get(id));
    }

    /** All lexicons' ids, the default first. */
    public static Set<String> ids() {
        return Collections.unmodifiableSet(LEXICONS.keySet());
    }

    /** The phrases by id, from certain to impossible, then the hedges. All lexicons share them. */
    public static Map<String, Phrase> phrases() {
        return PHRASES;
    }

    /** Where each lexicon but the default, which is put together from them, has its figures from. */
    public static List<Source> sources() {
        return SOURCES;
    }

    /** The version of the figures and phrases; it changes whenever one of them does. */
    public static String version() {
        return VERSION;
    }

    /** The phrases in a text: the longest at each place, in order. See {@link PhraseFinder}. */
    public static List<PhraseFinder.Found> find(String text) {
        return PhraseFinder.STANDARD.find(text);
    }

    public String id() {
        return id;
    }

    /** The probability of YES, in per mille, that a phrase is scored as; empty for a hedge and for what is no phrase's id. */
    public Optional<Integer> perMille(String phrase) {
        return meaning(phrase).map(Meaning::point);
    }

    /** The same with the range of readings; empty for a hedge and for what is no phrase's id. */
    public Optional<Meaning> meaning(String phrase) {
        Phrase known = PHRASES.get(phrase);
        if (known == null || known.hedge()) {
            return Optional.empty();
        }
        return Stream.of(this, standard()).flatMap(lexicon -> Stream.concat(Stream.of(phrase), known.readAs().stream())
                .map(lexicon.meanings::get)).filter(meaning -> meaning != null).findFirst();
    }

    /** Whether this lexicon has a figure of its own for the phrase, in this wording or another. */
    public boolean lists(String phrase) {
        Phrase known = PHRASES.get(phrase);
        return known != null
                && Stream.concat(Stream.of(phrase), known.readAs().stream()).anyMatch(meanings::containsKey);
    }

    private static Map<String, Meaning> defaults(Map<String, Map<String, Meaning>> listed) {
        Map<String, Meaning> defaults = new LinkedHashMap<>();
        PHRASES.values().stream().filter(phrase -> phrase.source() != null)
                .forEach(phrase -> defaults.put(phrase.id(), listed.get(phrase.source()).get(phrase.id())));
        return defaults;
    }

    private static int perMilleOf(String percent) {
        int perMille = new BigDecimal(percent).movePointRight(1).intValueExact();
        return Math.max(10, Math.min(990, perMille));
    }

    private static Map<String, Phrase> readPhrases() {
        Map<String, Phrase> phrases = new LinkedHashMap<>();
        rows("phrases.tsv").forEach(cells -> phrases.put(cells[0], Phrase.parse(cells)));
        return Collections.unmodifiableMap(phrases);
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            List<String[]> rows = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> rows.add(line.split("\t")));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
