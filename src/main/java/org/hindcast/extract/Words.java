package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts a sentence into {@link Word}s. */
final class Words {

    private static final Map<String, String> SPELT_OUT = Map.of("'ll", "will", "'re", "are", "'ve", "have", "'m", "am", "'d",
            "would", "n't", "not");
    private static final Map<String, String> STEMS = Map.of("wo", "will", "ca", "can", "sha", "shall", "ai", "is");

    private Words() {
    }

    static List<Word> of(String plain, int start, int end) {
        List<Word> tokens = new ArrayList<>();
        for (int i = start; i < end;) {
            char c = plain.charAt(i);
            int to = i + 1;
            if (Character.isLetterOrDigit(c)) {
                while (to < end && (Character.isLetterOrDigit(plain.charAt(to)) || joins(plain, to, end))) {
                    to++;
                }
                word(plain, i, to, tokens);
            } else if (!Character.isWhitespace(c)) {
                tokens.add(new Word(String.valueOf(c), i, to, false));
            }
            i = to;
        }
        return tokens;
    }

    /** Apostrophes, hyphens, and points and commas in numbers, between two letters or digits. */
    private static boolean joins(String plain, int at, int end) {
        if (at + 1 >= end || !Character.isLetterOrDigit(plain.charAt(at + 1))) {
            return false;
        }
        char c = plain.charAt(at);
        boolean digits = Character.isDigit(plain.charAt(at - 1)) && Character.isDigit(plain.charAt(at + 1));
        return c == '\'' || c == '-' || c == '.' && (digits || isInitial(plain, at)) || c == ',' && digits || c == '&';
    }

    private static boolean isInitial(String plain, int at) {
        return Character.isUpperCase(plain.charAt(at - 1)) && Character.isUpperCase(plain.charAt(at + 1));
    }

    private static void word(String plain, int start, int end, List<Word> tokens) {
        String lower = plain.substring(start, end).toLowerCase(Locale.ROOT);
        boolean capital = Character.isUpperCase(plain.charAt(start));
        int apostrophe = lower.lastIndexOf('\'');
        int cut = lower.endsWith("n't") ? lower.length() - 3 : apostrophe;
        String tail = cut > 0 ? lower.substring(cut) : "";
        if (lower.length() != end - start) {
            tokens.add(new Word(plain.substring(start, end), start, end, capital));
        } else if (lower.equals("gonna")) {
            tokens.add(new Word("going", start, start + 3, capital));
            tokens.add(new Word("to", start + 3, end, false));
        } else if (SPELT_OUT.containsKey(tail)) {
            String stem = lower.substring(0, cut);
            tokens.add(new Word(tail.equals("n't") ? STEMS.getOrDefault(stem, stem) : stem, start, start + cut, capital));
            tokens.add(new Word(SPELT_OUT.get(tail), start + cut, end, false));
        } else if (tail.equals("'s")) {
            tokens.add(new Word(lower.substring(0, cut), start, start + cut, capital));
            tokens.add(new Word("'s", start + cut, end, false));
        } else {
            boolean cannot = lower.equals("cannot");
            tokens.add(new Word(cannot ? "can" : lower, start, cannot ? end - 3 : end, capital));
            if (cannot) {
                tokens.add(new Word("not", end - 3, end, false));
            }
        }
    }
}
