package org.hindcast.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells capitals that mean something from those that a line has throughout: "Small Papers Will Close" and "RENTS WILL FALL"
 * name nobody called Will.
 */
final class Capitals {

    private static final int FEWEST_WORDS = 2;
    /** Shorter ones have small letters in headlines as well. */
    private static final int LONG_WORD = 4;
    private static final double NEARLY_ALL = 0.8;
    private static final Set<String> NO_NAMES = Set.of("will", "would", "could", "may", "might", "can", "should", "must", "is",
            "are",
            "be", "not", "has", "have", "get", "gets", "go", "goes", "going", "never", "won't", "isn't", "there", "it", "they",
            "this", "that", "what", "who", "how", "why", "when", "if", "more", "no");

    private static final Set<String> BEFORE_MONTH = Set.of("in", "by", "of", "on", "until", "since", "before", "after", "early",
            "late",
            "this", "next", "last");

    private Capitals() {
    }

    /** The words as they would stand in a sentence: without capitals where the whole line has them. */
    static List<Word> settled(String plain, List<Word> words) {
        if (!isShouted(plain, words) && !isHeadline(words)) {
            return words;
        }
        return IntStream.range(0, words.size()).mapToObj(i -> {
            Word word = words.get(i);
            return word.capital() && !isMonth(words, i) ? new Word(word.lower(), word.start(), word.end(), false) : word;
        }).toList();
    }

    private static boolean isMonth(List<Word> words, int i) {
        return words.get(i).lower().equals("may") && (i > 0 && BEFORE_MONTH.contains(words.get(i - 1).lower())
                || i + 1 < words.size() && words.get(i + 1).isNumber());
    }

    private static boolean isShouted(String plain, List<Word> words) {
        int n = 0;
        for (Word word : words) {
            if (word.isWord() && word.end() > word.start() + 1) {
                for (int i = word.start(); i < word.end(); i++) {
                    if (Character.isLowerCase(plain.charAt(i))) {
                        return false;
                    }
                }
                n++;
            }
        }
        return n >= FEWEST_WORDS;
    }

    private static boolean isHeadline(List<Word> words) {
        int all = 0;
        int capital = 0;
        boolean plainWord = false;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.isWord() && word.end() - word.start() >= LONG_WORD) {
                all++;
                capital += word.capital() ? 1 : 0;
            }
            plainWord |= i > 0 && word.capital() && NO_NAMES.contains(word.lower());
        }
        return plainWord && all >= FEWEST_WORDS && capital >= NEARLY_ALL * all;
    }
}
