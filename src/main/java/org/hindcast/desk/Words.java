package org.hindcast.desk;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds words in a text as a person would: other spaces, line ends, quotation marks and hyphens are the same words. */
record Words(int start, int end) {

    static final int LONGEST = 2000;

    private static final String APOSTROPHES = "['’‘`´]";
    private static final String QUOTES = "[\"“”„«»]";
    private static final String HYPHENS = "[-–—‐‑]";

    /**
     * @param near where they may stand; null where nobody said
     * @return their first place in the text; null where they are not in it
     */
    static Words find(String text, String quote, Integer near) {
        if (near != null && near >= 0 && text.startsWith(quote, near)) {
            return new Words(near, near + quote.length());
        }
        int exact = text.indexOf(quote);
        if (exact >= 0) {
            return new Words(exact, exact + quote.length());
        }
        Matcher alike = alike(quote).matcher(text);
        return alike.find() ? new Words(alike.start(), alike.end()) : null;
    }

    private static Pattern alike(String quote) {
        return Pattern.compile(Arrays.stream(quote.strip().split("[\\s\\u00a0]+")).map(Words::alikeWord)
                .collect(Collectors.joining("[\\s\\u00a0]+")));
    }

    private static String alikeWord(String word) {
        return word.codePoints().mapToObj(Character::toString).map(sign -> sign.matches(APOSTROPHES) ? APOSTROPHES
                : sign.matches(QUOTES) ? QUOTES : sign.matches(HYPHENS) ? HYPHENS : Pattern.quote(sign))
                .collect(Collectors.joining());
    }
}
