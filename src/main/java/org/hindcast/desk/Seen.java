package org.hindcast.desk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a card a browser was shown, sent back with the form: whether somebody else changed the card since, and whether this
 * editor has changed anything at all.
 */
record Seen(int version, int hash) {

    static Seen of(Card card) {
        return new Seen(card.version, hash(card.fields));
    }

    /** Anything that is not one of ours was never shown. */
    static Seen parse(String sent) {
        return sent.matches("\\d{1,9}\\.-?\\d{1,10}")
                ? new Seen(Integer.parseInt(sent.substring(0, sent.indexOf('.'))),
                        (int) Long.parseLong(sent.substring(sent.indexOf('.') + 1)))
                : new Seen(0, 0);
    }

    boolean isUnchanged(Map<String, String> typed) {
        return hash == hash(typed);
    }

    private static int hash(Map<String, String> fields) {
        return Arrays.hashCode(new TreeMap<>(fields).toString().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return version + "." + hash;
    }
}
