package org.hindcast.extract;

/**
 * A word, number or mark.
 *
 * @param lower in lower case, contractions spelt out: "won't" is "will" and "not", "they'll" is "they" and "will"
 * @param start in the text
 * @param capital whether it begins with a capital
 */
record Word(String lower, int start, int end, boolean capital) {

    boolean isWord() {
        return Character.isLetter(lower.charAt(0));
    }

    boolean isNumber() {
        return Character.isDigit(lower.charAt(0));
    }
}
