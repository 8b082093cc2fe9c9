package org.hindcast.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small numbers in digits and in words. */
final class Numerals {

    private static final Map<String, Integer> WORDS = words();
    /** Matches one; what is vague, as "a few", is in it. */
    static final String PATTERN = "(?:\\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-"
            + "(?:one|two|three|four|five|six|seven|eight|nine))?|a hundred|one hundred|(?:a )?couple of|(?:a )?few|several|a dozen|"
            + "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
            + "nineteen|half an?|an?)";

    private Numerals() {
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>(
                Map.of("a", 1, "an", 1, "couple of", 2, "a couple of", 2, "few", 3, "a few", 3,
                        "several", 6, "a dozen", 12, "a hundred", 100, "one hundred", 100));
        List<String> small = List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
        for (int i = 0; i < small.size(); i++) {
            words.put(small.get(i), i + 1);
        }
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        for (int i = 0; i < tens.size(); i++) {
            words.put(tens.get(i), 10 * (i + 2));
            for (int j = 0; j < 9; j++) {
                words.put(tens.get(i) + "-" + small.get(j), 10 * (i + 2) + j + 1);
            }
        }
        return words;
    }

    /** @param numeral as {@link #PATTERN} matches it, but no half */
    static int value(String numeral) {
        return Character.isDigit(numeral.charAt(0)) ? Integer.parseInt(numeral) : WORDS.get(numeral.toLowerCase(Locale.ROOT));
    }

    /** Whether people differ on how many it is. */
    static boolean isVague(String numeral) {
        String words = numeral.toLowerCase(Locale.ROOT);
        return words.endsWith("few") || words.endsWith("couple of") || words.equals("several");
    }
}
