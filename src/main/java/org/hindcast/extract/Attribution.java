package org.hindcast.extract;

import java.util.List;
import java.util.Set;

/**
 * Who says it: the first verb of saying, thinking or expecting in a sentence, with its subject.
 *
 * @param at number of the verb's token
 * @param who the subject's words in the text, from one token to another, exclusive; empty for a pronoun
 */
record Attribution(Who kind, int at, int from, int to, boolean past) {

    enum Who {
        /** I, we. */
        AUTHOR,
        /** He, she, they, it. */
        PRONOUN,
        /** A name or a noun. */
        OTHERS,
        /** Nobody in particular: you, one, it is said. */
        ANYONE
    }

    private static final Set<String> PRESENT = Set.of("say", "says", "claim", "claims", "warn", "warns", "predict", "predicts",
            "expect", "expects", "forecast", "forecasts", "believe", "believes", "think", "thinks", "argue", "argues",
            "suggest",
            "suggests", "estimate", "estimates", "project", "projects", "note", "notes", "insist", "insists", "fear", "fears",
            "anticipate", "anticipates", "calculate", "calculates", "acknowledge", "acknowledges", "hope", "hopes", "promise",
            "promises", "vow", "vows", "reckon", "reckons", "contend", "contends", "maintain", "maintains", "assume", "assumes",
            "suspect", "suspects", "doubt", "doubts", "worry", "worries", "tell", "tells", "assert", "asserts", "declare",
            "declares", "announce", "announces", "see", "sees", "bet", "bets", "imagine", "imagines", "concede", "concedes",
            "caution", "cautions", "foresee", "foresees", "envision", "envisions", "write", "writes", "report", "reports",
            "saying", "claiming", "warning", "predicting", "expecting", "arguing", "suggesting", "insisting", "promising",
            "threaten", "threatens", "conclude", "concludes", "pledge", "pledges", "add", "adds", "guess", "guesses");
    private static final Set<String> PAST = Set.of("said", "claimed", "warned", "predicted", "expected", "forecasted",
            "believed",
            "thought", "argued", "suggested", "estimated", "projected", "noted", "insisted", "feared", "anticipated",
            "calculated",
            "acknowledged", "hoped", "promised", "vowed", "reckoned", "contended", "maintained", "assumed", "suspected",
            "doubted",
            "worried", "told", "asserted", "declared", "announced", "conceded", "cautioned", "foresaw", "wrote", "reported",
            "threatened", "concluded", "pledged", "added", "guessed", "saw", "stated", "convinced", "confident");
    private static final Set<String> AUXILIARIES = Set.of("has", "have", "had", "do", "does", "did", "is", "are", "was", "were",
            "am", "would", "will", "can", "may", "might", "could", "should", "also", "still", "now", "recently", "not", "never",
            "all", "even", "just", "widely", "be", "been", "already", "long", "often", "always", "then", "openly", "publicly",
            "once", "previously", "repeatedly", "privately", "currently", "really", "ever");
    private static final Set<String> BOUNDARIES = Set.of("that", "and", "but", "as", "because", "while", "since", "where", "if",
            "when", "so", "or", "which", "who", "than", ",", ";", ":", "(", ")", "\"", "—", "–", "-", ".", "to", "of", "for",
            "in", "on", "at", "with", "by", "from", "about", "whether", "what", "how", "why");
    private static final Set<String> ANY = Set.of("you", "one", "nobody", "anyone", "someone", "everyone", "everybody",
            "people",
            "there", "this", "that", "what");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "this", "that", "my", "our", "his", "her", "their",
            "its", "'s", "no", "any", "some", "these", "such", "new", "official", "latest");
    private static final int LONGEST_SUBJECT = 8;

    boolean isOthers() {
        return kind == Who.OTHERS || kind == Who.PRONOUN;
    }

    /** Null where the sentence attributes nothing. */
    static Attribution of(List<Word> tokens) {
        Attribution weak = null;
        for (int i = 0; i < tokens.size(); i++) {
            String lower = tokens.get(i).lower();
            if (i > 0 && lower.equals("to") && tokens.get(i - 1).lower().equals("according")) {
                int to = i + 1;
                while (to < tokens.size() && !BOUNDARIES.contains(tokens.get(to).lower()) && to - i <= LONGEST_SUBJECT) {
                    to++;
                }
                return new Attribution(i + 1 < tokens.size() && tokens.get(i + 1).lower().matches("me|my|us|our") ? Who.AUTHOR
                        : Who.OTHERS, i, i + 1, to, false);
            }
            boolean past = PAST.contains(lower);
            if (!past && !PRESENT.contains(lower)) {
                continue;
            }
            Attribution found = subject(tokens, i, past);
            if (found != null && (found.isOthers() || found.kind() == Who.AUTHOR)) {
                return found;
            }
            weak = weak == null ? found : weak;
        }
        return weak;
    }

    private static Attribution subject(List<Word> tokens, int verb, boolean past) {
        int to = verb;
        boolean infinitive = false;
        while (to > 0 && (AUXILIARIES.contains(tokens.get(to - 1).lower()) || tokens.get(to - 1).lower().endsWith("ly"))) {
            to--;
        }
        infinitive = to > 0 && tokens.get(to - 1).lower().equals("to");
        int from = to;
        while (from > 0 && to - from < LONGEST_SUBJECT && !BOUNDARIES.contains(tokens.get(from - 1).lower())) {
            from--;
        }
        if (infinitive || from == to) {
            // "…", said the minister
            return inverted(tokens, verb, past);
        }
        String last = tokens.get(to - 1).lower();
        Who who = switch (last) {
            case "i", "we" -> Who.AUTHOR;
            case "he", "she", "they", "it" -> Who.PRONOUN;
            default -> ANY.contains(last) ? Who.ANYONE : determined(tokens, to - 1) ? null : Who.OTHERS;
        };
        return who == null ? null : new Attribution(who, verb, from, to, past);
    }

    /** "the report", "a claim": the word is a noun, no verb. */
    private static boolean determined(List<Word> tokens, int at) {
        return DETERMINERS.contains(tokens.get(at).lower());
    }

    private static Attribution inverted(List<Word> tokens, int verb, boolean past) {
        boolean behindQuote = verb > 0
                && (tokens.get(verb - 1).lower().equals("\"") || tokens.get(verb - 1).lower().equals(","));
        if (!behindQuote || verb + 1 >= tokens.size() || !tokens.get(verb + 1).isWord()) {
            return null;
        }
        int to = verb + 1;
        while (to < tokens.size() && !BOUNDARIES.contains(tokens.get(to).lower()) && to - verb <= LONGEST_SUBJECT) {
            to++;
        }
        String first = tokens.get(verb + 1).lower();
        return new Attribution(first.equals("i") || first.equals("we") ? Who.AUTHOR : Who.OTHERS, verb, verb + 1, to, past);
    }
}
