package org.hindcast.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds phrases of likelihood in text: whole words, any case, any white space between them, the longest at each place, so that
 * "probably not" is never read as "probably". A phrase behind a negation is left out unless the negated wording has its own
 * entry ("not likely" is one of "unlikely"; "not certain" is nothing), because negation has no lexicon. The month of May is no
 * hedge.
 */
public final class PhraseFinder {

    /**
     * A phrase in a text.
     *
     * @param phrase the phrase's id
     * @param start where it begins, in UTF-16 code units
     * @param end where it ends, exclusive
     * @param hedge whether it is one that is never scored
     * @param denies whether what follows says "not" ("will likely not", "likely won't"): the phrase then speaks of NO
     */
    public record Found(String phrase, int start, int end, boolean hedge, boolean denies) {
    }

    static final PhraseFinder STANDARD = new PhraseFinder(Lexicon.phrases().values());

    private static final Pattern NEGATION_BEFORE = Pattern.compile(
            "(?:\\b(?:not|never|hardly|no|cannot)|n['’]t)\\s+(?:(?:be|seem|look|appear|very|so|quite|really|that|all that|at all|yet|a|an|the)\\s+){0,2}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATION_AFTER = Pattern.compile(
            "\\s+(?:not|never|(?:won|isn|aren|doesn|don|wouldn|can)['’]t|(?:will|is|are|do|does|would|to)\\s+not)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER_AFTER = Pattern.compile("\\s+\\d");
    private static final String SENTENCE_ENDS = ".!?:;\"“(\n\r";
    private static final int REACH = 40;

    private final Map<String, Phrase> byForm = new HashMap<>();
    private final Pattern forms;

    PhraseFinder(Collection<Phrase> phrases) {
        phrases.forEach(phrase -> phrase.forms().forEach(form -> byForm.put(normal(form), phrase)));
        // Alternatives are tried in order, so the longest come first
        String alternatives = byForm.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(form -> Pattern.quote(form).replace(" ", "\\E\\s+\\Q").replace("'", "\\E['’]\\Q"))
                .collect(Collectors.joining("|"));
        forms = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The id of the phrase that is written so, or of which this is the id; empty for anything else. */
    public static Optional<String> idOf(String wording) {
        Phrase byId = Lexicon.phrases().get(wording);
        return Optional.ofNullable(byId != null ? byId : STANDARD.byForm.get(normal(wording))).map(Phrase::id);
    }

    List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = forms.matcher(text);
        while (matcher.find()) {
            if (!negated(text, matcher.start()) && !monthOfMay(text, matcher)) {
                Phrase phrase = byForm.get(normal(matcher.group()));
                found.add(new Found(phrase.id(), matcher.start(), matcher.end(), phrase.hedge(),
                        NEGATION_AFTER.matcher(text).region(matcher.end(), Math.min(text.length(), matcher.end() + REACH))
                                .lookingAt()));
            }
        }
        return found;
    }

    private static boolean negated(String text, int start) {
        return NEGATION_BEFORE.matcher(text.substring(Math.max(0, start - REACH), start)).find();
    }

    private static boolean monthOfMay(String text, Matcher matcher) {
        if (!matcher.group().equals("May")) {
            return false;
        }
        int before = matcher.start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        boolean startsSentence = before < 0 || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
        return !startsSentence || NUMBER_AFTER.matcher(text).region(matcher.end(), text.length()).lookingAt();
    }

    private static String normal(String wording) {
        return wording.strip().replaceAll("\\s+", " ").replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
