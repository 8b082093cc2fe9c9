package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The verbs of a sentence that point beyond the present, each with whose it is, what clause it stands in and what it governs:
 * "you will see" and "a law that will help" say less about the future than "rents will fall".
 */
final class Modals {

    /**
     * @param at number of its token
     * @param word "will", "going-to", "may", …
     * @param subject the pronoun before it, or what kind of noun: NAME, PLURAL, NOUN; NONE where there is none
     * @param clause what opened the clause: a conjunction, "rel" for a relative pronoun, "main"
     * @param verb the verb it governs
     * @param denied whether a negation stands with it
     * @param quoted whether it stands within quotation marks
     */
    record Modal(int at, String word, String subject, String clause, String verb, boolean denied, boolean quoted) {
    }

    private static final Set<String> WORDS = Set.of("will", "shall", "would", "may", "might", "could", "can", "should", "must");
    private static final Set<String> BE = Set.of("is", "are", "am", "'s", "be", "was", "were");
    private static final Set<String> SKIPPED = Set.of("not", "never", "also", "still", "now", "then", "soon", "just", "only",
            "all", "both", "each", "even", "again", "too", "ever", "always", "often", "once", "instead", "however", "therefore",
            "thus", "perhaps", "indeed", "almost", "no", "longer", "likely", "well", "very", "yet", "about", "further");
    private static final Set<String> PRONOUNS = Set.of("i", "we", "you", "he", "she", "they", "it", "this", "that", "these",
            "those", "there", "who", "which", "what", "nobody", "nothing", "none", "everyone", "everybody", "everything",
            "anyone",
            "someone", "something", "one", "people", "some", "many", "most", "others", "all", "any", "anything", "few");
    private static final Set<String> OPENERS = Set.of("and", "but", "or", "so", "because", "if", "when", "that", "whether",
            "who",
            "which", "unless", "until", "while", "although", "though", "as", "where", "before", "after", "once", "since",
            "than",
            "how", "why", "what", "whenever", "whoever", "whatever", "lest", "yet");
    private static final Set<String> BREAKS = Set.of(",", ";", ":", "—", "–", "(", ")", "\"");
    private static final Set<String> NEGATIONS = Set.of("not", "never", "no", "neither", "nor", "hardly");
    private static final Set<String> ARTICLES = Set.of("the", "a", "free", "political", "own", "his", "her", "their", "our",
            "my", "popular", "good", "ill", "public", "its", "'s");

    private Modals() {
    }

    static List<Modal> in(List<Word> tokens) {
        List<Modal> found = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < tokens.size(); i++) {
            String lower = Canon.word(tokens, i);
            if (lower.equals("\"")) {
                quoted = !quoted;
            }
            if (WORDS.contains(lower) && !isNoun(tokens, i)) {
                found.add(describe(tokens, i, i, lower, quoted));
            } else if (lower.equals("going") && is(tokens, i + 1, "to") && i > 0) {
                int be = i - 1;
                while (be >= 0 && i - be < 4 && !BE.contains(tokens.get(be).lower())) {
                    be--;
                }
                if (be >= 0 && i - be < 4) {
                    found.add(describe(tokens, be, i + 1,
                            tokens.get(be).lower().startsWith("w") ? "was-going-to" : "going-to", quoted));
                }
            }
        }
        return found;
    }

    private static boolean isNoun(List<Word> tokens, int i) {
        return i > 0 && (ARTICLES.contains(tokens.get(i - 1).lower()) && !tokens.get(i).lower().equals("should")
                && !tokens.get(i - 1).lower().equals("'s"))
                || tokens.get(i).lower().equals("will") && tokens.get(i).capital() && i > 0 && i + 1 < tokens.size()
                        && tokens.get(i + 1).capital();
    }

    private static Modal describe(List<Word> tokens, int first, int last, String word, boolean quoted) {
        boolean denied = false;
        int after = last + 1;
        while (after < tokens.size() && isSkipped(tokens.get(after).lower())) {
            denied |= NEGATIONS.contains(tokens.get(after).lower());
            after++;
        }
        String verb = after < tokens.size() && tokens.get(after).isWord() ? tokens.get(after).lower() : "NONE";
        if (verb.equals("be") && after + 1 < tokens.size()) {
            verb = form(tokens, after + 1);
        }
        for (int i = first; i < last; i++) {
            denied |= NEGATIONS.contains(tokens.get(i).lower());
        }
        int before = first - 1;
        while (before >= 0 && isSkipped(tokens.get(before).lower())) {
            denied |= NEGATIONS.contains(tokens.get(before).lower());
            before--;
        }
        return new Modal(first, word, subject(tokens, before), clause(tokens, before), verb, denied, quoted);
    }

    private static String form(List<Word> tokens, int from) {
        int i = from;
        while (i < tokens.size() && isSkipped(tokens.get(i).lower())) {
            i++;
        }
        String next = i < tokens.size() ? tokens.get(i).lower() : "";
        return next.endsWith("ed") || next.endsWith("en") ? "be-ed"
                : next.endsWith("ing") ? "be-ing"
                        : next.equals("a") || next.equals("an") || next.equals("the") ? "be-np"
                                : next.equals("able") || next.equals("to") || next.equals("like") ? "be-" + next : "be-adj";
    }

    private static boolean isSkipped(String word) {
        return SKIPPED.contains(word) || word.length() > 4 && word.endsWith("ly");
    }

    private static String subject(List<Word> tokens, int at) {
        if (at < 0) {
            return "NONE";
        }
        Word token = tokens.get(at);
        if (PRONOUNS.contains(token.lower())) {
            return token.lower();
        }
        if (!token.isWord()) {
            return token.isNumber() ? "NOUN" : "MARK";
        }
        if (OPENERS.contains(token.lower())) {
            return "NONE";
        }
        return token.capital() ? "NAME" : token.lower().endsWith("s") && !token.lower().endsWith("ss") ? "PLURAL" : "NOUN";
    }

    private static String clause(List<Word> tokens, int at) {
        for (int i = at; i >= 0; i--) {
            String lower = tokens.get(i).lower();
            if (OPENERS.contains(lower)) {
                boolean relative = i == at && (lower.equals("that") || lower.equals("who") || lower.equals("which"));
                if (relative) {
                    return i > 0 && tokens.get(i - 1).isWord() ? "rel" : "main";
                }
                if (lower.equals("that")) {
                    return "that";
                }
                if (i < at || !lower.equals("what")) {
                    return lower;
                }
            }
            if (BREAKS.contains(lower)) {
                return "main-" + (lower.equals(",") ? "comma" : "mark");
            }
        }
        return "main";
    }

    private static boolean is(List<Word> tokens, int i, String word) {
        return i < tokens.size() && tokens.get(i).lower().equals(word);
    }
}
