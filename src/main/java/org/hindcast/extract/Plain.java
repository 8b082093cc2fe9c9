package org.hindcast.extract;

import java.util.Arrays;

/**
 * A text as it is analysed: typographic quotes, apostrophes, hyphens and spaces are replaced by plain ones, and inline markup
 * (Markdown emphasis and links, HTML tags) by spaces. One character stands for one, so every offset is one into the original.
 */
final class Plain {

    /** Longer runs without white space are no words: they are blanked, because some algorithms take their square in time. */
    private static final int LONGEST_WORD = 120;
    private static final int LONGEST_TAG = 300;

    private Plain() {
    }

    static String of(String text) {
        char[] plain = new char[text.length()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(text.charAt(i));
        }
        blankMarkup(plain);
        blankQuotationMarks(plain);
        blankLongRuns(plain);
        return new String(plain);
    }

    private static char plain(char c) {
        return switch (c) {
            case '’', '‘', '‛', 'ʼ', '′', '´' -> '\'';
            case '“', '”', '„', '‟', '«', '»', '″' -> '"';
            case '‐', '‑', '−' -> '-';
            case '―' -> '—';
            case '\t', '\u00a0', '\u1680', '\u180e', '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006',
                    '\u2007', '\u2008', '\u2009', '\u200a', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u202f',
                    '\u205f', '\u2060', '\u3000', '\ufeff', '\u00ad', '*', '`' ->
                ' ';
            case '\u2028', '\u2029', '\u0085', '\u000b', '\f', '\r' -> '\n';
            default -> c < ' ' && c != '\n' ? ' ' : c;
        };
    }

    private static void blankMarkup(char[] plain) {
        int open = -1;
        for (int i = 0; i < plain.length; i++) {
            switch (plain[i]) {
                case '_' -> {
                    if (!isWordAt(plain, i - 1) || !isWordAt(plain, i + 1)) {
                        plain[i] = ' ';
                    }
                }
                case '<' -> blankUpTo(plain, i, '>', isTag(plain, i + 1));
                case '[' -> open = i;
                case ']' -> {
                    if (open >= 0 && i + 1 < plain.length && plain[i + 1] == '(' && blankUpTo(plain, i, ')', true)) {
                        plain[open] = ' ';
                    }
                    open = -1;
                }
                case '\n' -> open = -1;
                default -> {
                }
            }
        }
    }

    private static boolean isTag(char[] plain, int i) {
        return i < plain.length && (plain[i] == '/' || plain[i] == '!' || plain[i] >= 'a' && plain[i] <= 'z'
                || plain[i] >= 'A' && plain[i] <= 'Z');
    }

    private static boolean isWordAt(char[] plain, int i) {
        return i >= 0 && i < plain.length && Character.isLetterOrDigit(plain[i]);
    }

    private static boolean blankUpTo(char[] plain, int from, char end, boolean wanted) {
        for (int to = from; wanted && to < Math.min(plain.length, from + LONGEST_TAG) && plain[to] != '\n'; to++) {
            if (plain[to] == end) {
                Arrays.fill(plain, from, to + 1, ' ');
                return true;
            }
        }
        return false;
    }

    /** "> " at the beginning of a line. */
    private static void blankQuotationMarks(char[] plain) {
        boolean beginning = true;
        for (int i = 0; i < plain.length; i++) {
            if (beginning && plain[i] == '>') {
                plain[i] = ' ';
            }
            beginning = plain[i] == '\n' || beginning && plain[i] == ' ';
        }
    }

    private static void blankLongRuns(char[] plain) {
        int start = 0;
        for (int i = 0; i <= plain.length; i++) {
            if (i == plain.length || plain[i] == ' ' || plain[i] == '\n') {
                if (i - start > LONGEST_WORD) {
                    Arrays.fill(plain, start, i, ' ');
                }
                start = i + 1;
            }
        }
    }
}
