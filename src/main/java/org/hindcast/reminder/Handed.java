package org.hindcast.reminder;

/**
 * That somebody gave a turn to whoever is asked.
 *
 * @param by who
 * @param why in one line of at most 300 characters; null where they did not say
 */
public record Handed(String by, String why) {

    private static final int LONGEST = 300;
    private static final int LONGEST_IN_TITLE = 60;

    /** @param by null where nobody did @return null there */
    static Handed of(String by, String note) {
        return by == null ? null : new Handed(by, note == null ? null : cut(oneLine(note), LONGEST));
    }

    /** In the subject of a mail, before the question. */
    String title() {
        return "Handed over by " + by + (why == null ? "" : " (" + cut(why, LONGEST_IN_TITLE) + ")");
    }

    public String sentence() {
        return "Handed over by " + by + (why == null ? "" : ": " + why);
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
