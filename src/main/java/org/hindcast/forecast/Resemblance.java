package org.hindcast.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How near two texts come to asking the same: their trigrams, less where their due dates lie apart or where they name other
 * people, places and numbers. "Democrats win Nevada" and "Democrats win Indiana" share most of their letters and are two
 * questions.
 */
final class Resemblance {

    /** From here on it is shown. Of what is shown first for the claims of the shipped ledger, 3 of 4 are the same question. */
    static final double SHOWN = 0.4;
    /** From here on it is taken for the same question: none of the shipped ledger's others comes so near. */
    static final double SAME = 0.65;

    private static final double DAYS = 30;
    private static final Pattern MARK = Pattern.compile("\\b(?:\\p{Lu}[\\p{L}\\d'’-]+|\\d[\\d.,]*\\d|\\d)\\b");
    private static final Pattern FIRST = Pattern.compile("^\\W*(?:Will|The|A|An|There)\\b");
    private static final Pattern DATE = Pattern
            .compile("\\b(?:19|20)\\d\\d\\b|\\b\\d{1,2}(?= (?:January|February|March|April|May|June|July|"
                    + "August|September|October|November|December))|\\b(?:January|February|March|April|May|June|July|August|September|October|"
                    + "November|December|Will|The|By|In|On|US)\\b");

    private Resemblance() {
    }

    /**
     * @param trigrams what pg_trgm says of the two, 0 to 1
     * @param due null where none is known
     * @return 0 to 1
     */
    static double of(double trigrams, String text, LocalDate due, String other, LocalDate otherDue) {
        double apart = due == null ? 0 : Math.abs(ChronoUnit.DAYS.between(due, otherDue));
        return trigrams * (0.5 + 0.5 * Math.exp(-apart / DAYS)) * (0.6 + 0.4 * shared(marks(text), marks(other)));
    }

    /** Names and numbers, without those of dates. */
    private static Set<String> marks(String text) {
        String rest = DATE.matcher(FIRST.matcher(text).replaceFirst("")).replaceAll("");
        return MARK.matcher(rest).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static double shared(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() && others.isEmpty() ? 1 : 0.7;
        }
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return (double) (some.size() + others.size() - all.size()) / all.size();
    }
}
