package org.hindcast.extract;

import java.util.List;
import java.util.Set;

/**
 * From the tags of Universal Dependencies, which know no tense, to those of the Penn Treebank: what form a verb has is read
 * from its ending, from a list of irregular verbs and from the auxiliary before it.
 */
final class Tenses {

    private static final Set<String> MODALS = Set.of("will", "would", "shall", "should", "can", "could", "may", "might",
            "must");
    private static final Set<String> HAVE_OR_BE = Set.of(
            "have", "has", "had", "having", "be", "is", "are", "am", "was", "were", "been", "being", "'s", "get", "gets",
            "got");
    private static final Set<String> PAST = Set.of(
            "was", "were", "had", "did", "went", "came", "saw", "took", "gave", "knew", "grew", "threw", "drew", "flew",
            "blew", "wrote", "rode", "drove", "rose", "spoke", "broke", "chose", "froze", "stole", "woke", "fell", "began",
            "sang", "rang", "sank", "drank", "swam", "ran", "ate", "forgot", "bit", "hid", "shook", "wore", "tore", "bore",
            "swore", "beat", "became", "overcame", "withdrew", "foresaw", "undertook", "mistook", "outgrew");
    private static final Set<String> PAST_OR_PARTICIPLE = Set.of(
            "said", "made", "had", "got", "left", "lost", "won", "held", "kept", "led", "fed", "met", "paid", "laid",
            "sold", "told", "found", "bound", "ground", "stood", "understood", "sat", "spent", "sent", "built", "lent",
            "bent", "felt", "dealt", "meant", "dreamt", "slept", "swept", "wept", "crept", "brought", "bought", "thought",
            "caught", "taught", "fought", "sought", "heard", "read", "shot", "struck", "stuck", "hung", "swung", "spun",
            "dug", "slid", "fled", "bred", "sped", "shut", "cut", "put", "set", "let", "hit", "hurt", "cost", "cast",
            "burst", "split", "spread", "quit", "rid", "shed", "bid", "bet", "broadcast", "forecast", "withheld", "upheld",
            "oversaw");
    private static final Set<String> PARTICIPLES = Set.of(
            "been", "done", "gone", "come", "seen", "taken", "given", "known", "grown", "thrown", "drawn", "flown", "blown",
            "shown", "written", "ridden", "driven", "risen", "spoken", "broken", "chosen", "frozen", "stolen", "woken",
            "fallen", "begun", "sung", "sunk", "drunk", "swum", "run", "eaten", "forgotten", "gotten", "bitten", "hidden",
            "shaken", "worn", "torn", "born", "borne", "sworn", "beaten", "become", "overcome", "withdrawn", "foreseen",
            "undertaken", "mistaken", "proven");
    /** Present and past look alike. */
    private static final Set<String> ALIKE = Set.of(
            "shut", "cut", "put", "set", "let", "hit", "hurt", "cost", "cast", "burst", "split", "spread", "quit", "shed",
            "bid", "bet", "read", "beat", "broadcast", "forecast");
    private static final int LOOKED_BACK = 3;

    private Tenses() {
    }

    /** @param tags universal ones, which are replaced */
    static void toPenn(String[] tags, List<Word> tokens) {
        repair(tags, tokens);
        for (int i = 0; i < tags.length; i++) {
            String word = tokens.get(i).lower();
            tags[i] = switch (tags[i]) {
                case "AUX", "VERB" -> verb(word, tags, tokens, i);
                case "NOUN" -> word.endsWith("s") && !word.endsWith("ss") ? "NNS" : "NN";
                case "PROPN" -> "NNP";
                case "PRON" -> pronoun(word);
                case "DET" -> word.startsWith("wh") ? "WDT" : isPossessive(word) ? "PRP$" : "DT";
                case "ADJ" -> "JJ";
                case "ADV" -> word.startsWith("wh") || word.equals("how") ? "WRB" : "RB";
                case "ADP", "SCONJ" -> "IN";
                case "CCONJ" -> "CC";
                case "PART" -> word.equals("to") ? "TO" : word.equals("not") ? "RB" : "POS";
                case "NUM" -> "CD";
                case "INTJ" -> "UH";
                default -> tokens.get(i).isWord() ? "FW" : word.substring(0, 1);
            };
        }
    }

    /** "Pressure intensifies", "Trump threatens": where no other word can be the verb, one that is nothing but a verb is it. */
    private static void repair(String[] tags, List<Word> tokens) {
        for (int i = 0; i < tags.length; i++) {
            boolean name = tags[i].equals("VERB") && tokens.get(i).capital() && i + 1 < tags.length
                    && isVerbForm(tokens.get(i + 1).lower())
                    && Kinds.ofVerb(tokens.get(i).lower()).isEmpty();
            tags[i] = name ? "PROPN" : tags[i];
        }
        for (String tag : tags) {
            if (tag.equals("VERB") || tag.equals("AUX")) {
                return;
            }
        }
        for (int i = 1; i < tags.length; i++) {
            boolean noun = tags[i].equals("NOUN") || tags[i].equals("PROPN") || tags[i].equals("ADJ");
            boolean subject = tags[i - 1].equals("NOUN") || tags[i - 1].equals("PROPN") || tags[i - 1].equals("PRON")
                    || tags[i - 1].equals("ADV");
            if (noun && subject && isVerbForm(tokens.get(i).lower())) {
                tags[i] = "VERB";
                return;
            }
        }
    }

    private static boolean isVerbForm(String lower) {
        return lower.endsWith("s") && !lower.endsWith("ss") && !Kinds.ofVerb(lower).isEmpty();
    }

    private static String verb(String word, String[] tags, List<Word> tokens, int i) {
        if (MODALS.contains(word)) {
            return "MD";
        }
        if (word.endsWith("ing") && word.length() > 4) {
            return "VBG";
        }
        boolean infinitive = false;
        boolean participle = false;
        for (int j = i - 1; j >= 0 && j >= i - LOOKED_BACK; j--) {
            infinitive = tags[j].equals("MD") || tags[j].equals("TO");
            participle = HAVE_OR_BE.contains(tokens.get(j).lower());
            if (infinitive || participle || !tags[j].equals("RB") && !tags[j].startsWith("PRP")) {
                break;
            }
        }
        if (infinitive) {
            return "VB";
        }
        boolean either = PAST_OR_PARTICIPLE.contains(word) || word.endsWith("ed") && word.length() > 3;
        if (PARTICIPLES.contains(word) && (participle || !word.equals("come") && !word.equals("run") && !word.equals("become"))
                || participle && either) {
            return "VBN";
        }
        if (PAST.contains(word) && !ALIKE.contains(word) || either && !ALIKE.contains(word)) {
            return "VBD";
        }
        if (word.equals("be") || i == 0 && !word.endsWith("s")) {
            return "VB";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? "VBZ" : "VBP";
    }

    private static String pronoun(String word) {
        return word.equals("there") ? "EX"
                : word.startsWith("wh") ? "WP"
                        : isPossessive(word) ? "PRP$"
                                : word.equals("this") || word.equals("that") || word.equals("these") || word.equals("those")
                                        ? "DT"
                                        : "PRP";
    }

    private static boolean isPossessive(String word) {
        return Set.of("my", "your", "his", "her", "its", "our", "their").contains(word);
    }
}
