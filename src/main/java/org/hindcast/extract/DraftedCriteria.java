package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hindcast.extract.Deadline.Rule;

/**
 * Criteria as a first draft for an editor, with the fields in which criteria are sent. YES is that the statement comes true,
 * as it is worded, also where it denies something: its author's stance is YES. What the words do not say stands in square
 * brackets, or is null, and is for the editor to fill in.
 */
public record DraftedCriteria(String question, String yesWhen, String sourceOfTruth, LocalDate dueOn, String timeZone,
        String ifSilent) {

    /**
     * What is known of the claim.
     *
     * @param statement in plain words, one sentence
     * @param author who predicts it
     * @param deadline null where there is none
     * @param condition what has to happen first, in words; null where it is unconditional
     */
    public record Claim(String statement, String quote, String author, LocalDate publishedOn, Deadline deadline,
            String condition) {
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int LONGEST = 500;
    private static final Pattern WILL = Pattern
            .compile("^(?<who>[^,;:?!]{2,120}?)(?:\\s+will|['’]ll|\\s+is going to|\\s+are going to)\\s+"
                    + "(?!not\\b|never\\b)(?<what>[^?!]+)$", CASE_INSENSITIVE);
    /** Words that have a capital only where a sentence begins with them. */
    private static final Pattern PLAIN_START = Pattern
            .compile("^(?:(?:The|A|An|This|These|That|Those|No|More|Most|Many|Few|At|In|By|On|"
                    + "Some|All|Every|Each|Both|Its|His|Her|Their|Our|My|Another|It|They|He|She|We|You|There|Nobody|Someone|Nothing|Prices|"
                    + "Rents|Wages|People|Oil|Demand|Growth|Unemployment|Interest|Stocks|House|Home|Energy|Food|Taxes|Voters|Pressure|"
                    + "Support|Trade|Peace|War|Climate|Global|Public|Electric|Nuclear|Solar|Artificial|Rates|\\p{Lu}\\p{Ll}+(?:tion|ssion|"
                    + "ness|ism))\\b)");
    private static final Pattern JOINED = Pattern.compile("(?i)\\b(?:if|unless|because|when|that|which|who)\\b");

    public static DraftedCriteria of(Claim claim) {
        String statement = withoutCondition(trimmed(claim.statement()), claim.condition());
        LocalDate due = claim.deadline() == null ? null : claim.deadline().date();
        String time = time(claim);
        Kind kind = Kind.of(statement);
        String bare = kind == Kind.DURATION ? statement : withoutTime(statement, claim.deadline());
        return new DraftedCriteria(question(bare, time, claim.condition()), yesWhen(kind, bare, time, claim),
                source(statement), due, "UTC",
                "counts as no");
    }

    private static String question(String statement, String time, String condition) {
        Matcher will = WILL.matcher(statement);
        String when = (time == null ? "" : " " + time)
                + (condition == null || statement.contains(condition) ? "" : ", " + firstLower(condition));
        if (will.matches() && !JOINED.matcher(will.group("who")).find()) {
            return "Will " + inSentence(will.group("who")) + " " + will.group("what") + when + "?";
        }
        return "Will this come true%s: %s?".formatted(when, statement);
    }

    private static String yesWhen(Kind kind, String statement, String time, Claim claim) {
        String from = claim.publishedOn().format(DAY);
        String span = time == null ? "after " + from + " and on or before the due date"
                : time.startsWith("by ") ? "between %s and %s".formatted(from, time.substring(3)) : time;
        String yes = Proxies.standard().of(statement).map(proxy -> proxies(statement, proxy, span)).orElseGet(
                () -> YesWhen.of(kind, statement, span, from, claim.deadline() == null ? "the due date"
                        : claim.deadline().date().format(DAY)));
        return claim.condition() == null ? yes + " Everything else is no." : yes + " " + conditional(claim.condition(), span);
    }

    private static String proxies(String statement, Proxies.Proxy proxy, String span) {
        StringBuilder text = new StringBuilder("“%s” is read as: at least %d of these can be seen %s.".formatted(statement,
                proxy.needed(), span));
        char letter = 'a';
        for (Proxies.Indicator each : proxy.indicators()) {
            text.append(" (%s) %s (source: %s).".formatted(letter++, firstUpper(each.observation()), each.source()));
        }
        return text.toString();
    }

    private static String conditional(String condition, String span) {
        String words = trimmed(condition).replaceFirst("(?i)^(?:only )?(?:if|unless|provided|should)\\s+", "");
        boolean unless = condition.strip().toLowerCase(Locale.ROOT).startsWith("unless");
        return "The condition: “%s” has %scome true %s, by the same source. If not, the question is VOID. With the condition met, everything else is no."
                .formatted(words, unless ? "not " : "", span);
    }

    private static String source(String statement) {
        return Proxies.standard().of(statement).isPresent()
                ? "For each indicator the source that is named with it; where that is silent, two of Reuters, the Associated Press and AFP."
                : Sources.of(statement);
    }

    /** "By 31 December 2026", or between two days; null where there is no date. */
    private static String time(Claim claim) {
        Deadline deadline = claim.deadline();
        if (deadline == null) {
            return null;
        }
        if (deadline.earliest().equals(deadline.date())) {
            return "on " + deadline.date().format(DAY);
        }
        return deadline.earliest().equals(claim.publishedOn()) ? "by " + deadline.date().format(DAY)
                : "between %s and %s".formatted(deadline.earliest().format(DAY), deadline.date().format(DAY));
    }

    /** A condition at either end is said apart. */
    private static String withoutCondition(String statement, String condition) {
        if (condition == null) {
            return statement;
        }
        String words = Pattern.quote(trimmed(condition));
        String without = statement.replaceFirst("(?i)^" + words + "\\s*,\\s*(?:then\\s+)?", "")
                .replaceFirst("(?i)\\s*,?\\s+" + words + "$", "");
        return without.isBlank() ? statement : firstUpper(without);
    }

    /** The author's words for the time give way to the date. */
    private static String withoutTime(String statement, Deadline deadline) {
        if (deadline == null || deadline.rule() == Rule.INHERITED) {
            return statement;
        }
        String without = Pattern.compile("(?:^|,?\\s+)" + Pattern.quote(deadline.text()) + "(?=[\\s,.;]|$),?", CASE_INSENSITIVE)
                .matcher(statement).replaceFirst("").strip();
        return without.length() < 8 ? statement : without;
    }

    private static String trimmed(String statement) {
        String text = statement.strip().replaceAll("\\s+", " ").replaceFirst("[.;:…]+$", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
    }

    private static String inSentence(String words) {
        return PLAIN_START.matcher(words).find() ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) : words;
    }

    private static String firstLower(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String firstUpper(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
