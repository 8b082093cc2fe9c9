package org.hindcast.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sentence itself shows: its cues, modals, tense, kinds of words, years and words. */
final class SentenceFeatures {

    /** Words are to weigh less, a small value being a strong penalty, and the cues more. */
    private static final double NGRAM = 0.35;
    private static final double DETAIL = 0.6;
    private static final double CUE = 1.8;
    private static final int LONGEST_SUBJECT = 12;
    private static final int LONGEST_SHAPE = 9;
    /** How far behind its modal a participle stands at most. */
    private static final int PASSIVE = 7;
    private static final Set<String> SHAPED = Set.of("NN", "NNS", "NNP", "VB", "VBZ", "VBP", "VBD", "VBG", "VBN", "JJ", "RB",
            "CD");
    private static final Set<String> CLAUSE = Set.of(
            ",", ";", ":", "-", "—", "–", "(", ")", "\"", "and", "but", "or", "so", "because", "if", "when", "that",
            "whether", "who", "which", "unless", "until", "while", "although", "though", "as", "where", "since", "than",
            "how", "why", "what", "yet");
    private static final Set<String> PERSONS = Set.of("i", "we", "you", "one", "people", "someone", "anyone", "nobody",
            "everyone");

    private final Signs signs;
    private final int year;
    private final Map<String, Double> features;

    /** @param year of publication */
    SentenceFeatures(Signs signs, int year, Map<String, Double> features) {
        this.signs = signs;
        this.year = year;
        this.features = features;
    }

    void add() {
        cues();
        new CueFeatures(signs, features).add();
        Set<String> future = modals();
        attribution(future);
        kinds();
        tense();
        years();
        shape();
        words();
    }

    private void cues() {
        for (Cues.Found found : signs.cues) {
            put("c:" + found.cue().name(), CUE);
            Cues.Kind kind = found.cue().kind();
            if (kind != Cues.Kind.AGAINST && kind != Cues.Kind.OTHER) {
                put("k:" + kind);
            }
        }
        double guess = signs.guess();
        put("guess", Math.max(-4, Math.min(6, guess)) / 2);
        put("guess:" + (guess < 0 ? "against" : guess < 1 ? "none" : guess < 2 ? "weak" : guess < 4 ? "strong" : "very"));
    }

    /** Which kinds of modal are said plainly, of somebody or something, in the author's voice. */
    private Set<String> modals() {
        Set<String> future = new HashSet<>();
        int quotes = signs.openQuote ? 1 : 0;
        for (Modals.Modal modal : signs.modals) {
            String word = Signs.isFuture(modal) ? "FUT" : Signs.isWeak(modal) ? "WEAK" : modal.word();
            put("m:" + modal.word());
            put("ms:" + word + "|" + modal.subject(), DETAIL);
            put("mc:" + word + "|" + modal.clause(), DETAIL);
            put("mv:" + word + "|" + modal.verb(), DETAIL);
            if (modal.denied()) {
                put("md:" + word);
            }
            boolean quoted = modal.quoted() != (quotes == 1);
            if (quoted) {
                put("mq:" + word);
            }
            Attribution by = signs.attribution;
            if (by != null && by.at() < modal.at()) {
                put("ma:" + word + "|" + by.kind());
            }
            boolean plainSubject = !PERSONS.contains(modal.subject()) && !modal.clause().equals("rel") && !quoted;
            if (plainSubject && (by == null || by.kind() == Attribution.Who.AUTHOR || by.at() > modal.at())) {
                put("mx:" + word, CUE);
                future.add(word);
                if (modal.clause().startsWith("main") || modal.clause().equals("and") || modal.clause().equals("but")) {
                    put("mm:" + word, CUE);
                }
            }
        }
        return future;
    }

    private void attribution(Set<String> future) {
        put("n:modals" + Math.min(3, signs.modals.size()));
        if (signs.attribution != null) {
            put("a:" + signs.attribution.kind());
            if (signs.attribution.past()) {
                put("a:past|" + signs.attribution.kind());
            }
        } else {
            put("a:none");
        }
        boolean strong = future.contains("FUT") || signs.has(Cues.Kind.FUTURE);
        if (strong && signs.isQuestion()) {
            put("x:strong|question");
        }
        if (strong && signs.has(Cues.Kind.TIME)) {
            put("x:strong|time");
        }
        if (strong && signs.has(Cues.Kind.FIRST)) {
            put("x:strong|first");
        }
        if (!future.isEmpty() && signs.has("if")) {
            put("x:modal|if");
        }
        if (!strong && signs.has(Cues.Kind.TIME)) {
            put("x:weak|time");
        }
        if (signs.openQuote) {
            put("q:open");
        }
    }

    /** Kinds of verbs and of their subjects, which hold for words that training has never met. */
    private void kinds() {
        for (Modals.Modal modal : signs.modals) {
            String word = Signs.isFuture(modal) ? "FUT" : Signs.isWeak(modal) ? "WEAK" : modal.word();
            boolean passive = modal.verb().equals("be-ed");
            List<String> verbs = passive ? Kinds.ofVerb(participle(modal.at())).stream().map(kind -> "be-" + kind).toList()
                    : Kinds.ofVerb(modal.verb());
            verbs.forEach(kind -> put("vk:" + word + "|" + kind));
            if (verbs.isEmpty() || passive) {
                put("vk:" + word + "|" + (modal.verb().startsWith("be-") ? "be" : "other"));
            }
            subject(word, modal.at(), verbs);
        }
        int at = signs.finiteAt();
        if (at >= 0 && !signs.tags[at].equals("MD")) {
            String tense = signs.tags[at].equals("VBD") ? "past" : "present";
            List<String> verbs = Kinds.ofVerb(signs.tokens.get(at).lower());
            verbs.forEach(kind -> put("vk:" + tense + "|" + kind));
            subject(tense, at, verbs);
        }
    }

    private String participle(int modal) {
        for (int i = modal + 1; i < Math.min(signs.tags.length, modal + PASSIVE); i++) {
            if (signs.tags[i].equals("VBN")) {
                return signs.tokens.get(i).lower();
            }
        }
        return "";
    }

    /**
     * The nouns of the subject of a verb, how it begins ("a bank" is any, "the bank" is one), and what is said of such: that
     * "we will abolish" promises, "they will abolish" predicts.
     */
    private void subject(String word, int verb, List<String> verbs) {
        int from = verb;
        boolean noun = false;
        while (from > 0 && verb - from < LONGEST_SUBJECT && !CLAUSE.contains(signs.tokens.get(from - 1).lower())) {
            from--;
            String lower = signs.tokens.get(from).lower();
            if (signs.tags[from].startsWith("NN")) {
                noun = true;
                for (String kind : Kinds.ofNoun(lower)) {
                    put("sk:" + word + "|" + kind);
                    verbs.forEach(does -> put("sv:" + word + "|" + kind + "|" + does, DETAIL));
                }
            }
        }
        String first = signs.tokens.get(from).lower();
        String tag = signs.tags[from];
        if (tag.equals("PRP")) {
            verbs.forEach(does -> put("sv:" + word + "|" + first + "|" + does, DETAIL));
        }
        put("sd:" + word + "|"
                + (from == verb ? "none"
                        : tag.equals("DT") || tag.equals("PRP") || tag.equals("EX") || tag.equals("PRP$")
                                ? first
                                : noun ? tag : "no noun"));
    }

    private void tense() {
        String finite = signs.finite();
        put("t:" + finite);
        int at = signs.finiteAt();
        if (at >= 0 && !finite.equals("MD")) {
            put("fv:" + signs.tokens.get(at).lower(), DETAIL);
        }
        if (at > 0) {
            put("ts:" + finite + "|" + subject(at), DETAIL);
        }
        if (at >= 0 && at + 1 < signs.tags.length) {
            put("tn:" + finite + "|" + signs.tags[at + 1], DETAIL);
        }
        put("t0:" + signs.tags[0]);
        if (signs.count("VBD") > 0) {
            put("t:anyVBD");
        }
        if (signs.count("MD") == 0) {
            put("t:noMD");
        }
        for (int j = 0; j + 2 < signs.tags.length; j++) {
            if (signs.tags[j].equals("MD")) {
                put("tm:" + (j == 0 ? "^" : signs.tags[j - 1]) + "|" + signs.tags[j + 1] + "|" + signs.tags[j + 2],
                        DETAIL);
            }
        }
    }

    private String subject(int at) {
        int i = at - 1;
        while (i > 0 && signs.tags[i].startsWith("RB")) {
            i--;
        }
        String tag = signs.tags[i];
        return tag.equals("PRP") || tag.equals("EX") || tag.startsWith("W") || tag.equals("DT") ? signs.tokens.get(i).lower()
                : tag;
    }

    private void years() {
        for (Word token : signs.tokens) {
            String word = token.lower();
            if (word.length() == 4 && (word.startsWith("19") || word.startsWith("20"))
                    && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
                int known = Integer.parseInt(word);
                put("y:" + (known > year ? "after" : known == year ? "same" : "before"));
            }
        }
    }

    /** Of a bare line: "Denmark out", "Eagles 30, Raiders 10", "Heat in 4" are of a shape that lists of calls have. */
    private void shape() {
        String bare = signs.bare();
        if (bare.equals("no")) {
            return;
        }
        if (signs.has("quantity")) {
            put("bq:" + bare + "|quantity");
        }
        List<String> shape = new ArrayList<>();
        for (int i = 0; i < Math.min(signs.tags.length, LONGEST_SHAPE + 1); i++) {
            String one = shape(i);
            if (!one.equals("X") || shape.isEmpty() || !shape.get(shape.size() - 1).equals("X")) {
                shape.add(one);
            }
        }
        put("sb:" + bare + "|" + String.join(" ", shape.subList(0, Math.min(3, shape.size()))), DETAIL);
        if (signs.tags.length <= LONGEST_SHAPE) {
            put("sh:" + String.join(" ", shape), DETAIL);
            put("se:" + bare + "|" + String.join(" ", shape.subList(Math.max(0, shape.size() - 3), shape.size())), DETAIL);
        }
    }

    private String shape(int i) {
        Word token = signs.tokens.get(i);
        String tag = signs.tags[i];
        return token.isNumber() ? "#"
                : !token.isWord() ? token.lower()
                        : token.capital() && (i > 0 || tag.startsWith("NNP")) ? "X"
                                : SHAPED.contains(tag) ? tag.substring(0, 2) : token.lower();
    }

    private void words() {
        List<Word> tokens = signs.tokens;
        String before = "^";
        for (int i = 0; i < tokens.size(); i++) {
            Word token = tokens.get(i);
            String word = token.isNumber() ? "#"
                    : token.capital() && i > 0 && token.isWord() && signs.tags[i].startsWith("NNP") ? "Xx"
                            : token.lower();
            put("w:" + word, NGRAM);
            put("w:" + before + " " + word, NGRAM);
            before = word;
        }
    }

    private void put(String name) {
        features.put(name, 1.0);
    }

    private void put(String name, double value) {
        features.put(name, value);
    }
}
