package org.hindcast.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was found in a text, each word belonging to one finding at most: who comes first takes it. */
final class Tokens {

    /** Beyond it a number of four digits is no year that anybody predicts for. */
    static final int LAST_YEAR = 2299;

    /** What names more times than these is a table, of which none can be said to be the deadline. */
    private static final int MOST = 24;

    static final String[] DIGITS = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" };

    private final String text;
    private final String lower;
    private final List<Token> found = new ArrayList<>();
    private final BitSet taken = new BitSet();

    Tokens(String text) {
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
    }

    /** Looks like a date and is none that can be read. */
    static Token nothing(Matcher m) {
        return new Token(m.start(), m.end(), null, false, null);
    }

    /** @param words in lower case; the pattern is tried only where the text has one of them, or where none are given */
    void each(Pattern pattern, Function<Matcher, Token> reading, String... words) {
        if (words.length == 0 || has(words)) {
            each(pattern.matcher(text), reading);
        }
    }

    boolean has(String... words) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Takes what the reading makes of each finding; null leaves the words to others. */
    void each(Matcher m, Function<Matcher, Token> reading) {
        while (found.size() <= MOST && m.find()) {
            if (isFree(m.start(), m.end())) {
                Token read = reading.apply(m);
                if (read != null) {
                    take(isFree(read.start(), read.end()) ? read : nothing(m));
                }
            }
        }
    }

    private boolean isFree(int start, int end) {
        int next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    private void take(Token token) {
        taken.set(token.start(), token.end());
        found.add(token);
    }

    /** In the order of the text; none where they are too many. */
    List<Token> found() {
        if (found.size() > MOST) {
            return List.of();
        }
        found.sort(Comparator.comparingInt(Token::start));
        return found;
    }
}
