package org.hindcast.extract;

import java.util.List;

/**
 * A sentence, or a line that stands for one.
 *
 * @param block number of its block
 * @param first whether it is the first of its block
 * @param last whether it is the last of its block
 * @param start in the text, behind markup and white space
 * @param line its plain text, line breaks as spaces
 */
record Sentence(int block, boolean first, boolean last, int start, int end, String line, List<Word> tokens) {

    /** Whether it is more than marks, a number or a single word. */
    boolean hasWords() {
        return tokens.stream().anyMatch(token -> token.isWord() && token.end() - token.start() > 1)
                && tokens.stream().filter(token -> token.isWord() || token.isNumber()).count() > 1;
    }
}
