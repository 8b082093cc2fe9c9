package org.hindcast.extract;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence's tokens as one string, a space before the first, behind the last and between: what patterns are matched with.
 * The month of May is "month-may".
 */
final class Canon {

    private final String text;
    private final int[] starts;

    Canon(List<Word> tokens) {
        StringBuilder joined = new StringBuilder(" ");
        starts = new int[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            starts[i] = joined.length();
            joined.append(word(tokens, i)).append(' ');
        }
        text = joined.toString();
    }

    static String word(List<Word> tokens, int i) {
        Word token = tokens.get(i);
        boolean month = token.lower().equals("may") && token.capital()
                && (i > 0 || i + 1 < tokens.size() && tokens.get(i + 1).isNumber());
        return month ? "month-may" : token.lower();
    }

    String text() {
        return text;
    }

    int tokens() {
        return starts.length;
    }

    /** Where a token begins in the string. */
    int start(int token) {
        return starts[token];
    }

    /** Number of the token that this place in the string belongs to. */
    int tokenAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return Math.max(0, Math.min(starts.length - 1, found >= 0 ? found : -found - 2));
    }
}
