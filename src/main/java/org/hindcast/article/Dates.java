package org.hindcast.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as documents write them. What can be read as two days, such as 11/12/2025, is read as none. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("^\\s*(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:\\D.*)?$",
            Pattern.DOTALL);
    private static final Pattern COMPACT = Pattern.compile("^\\s*(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{4,6}Z?)?\\s*$");
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "/((?:19|20)\\d{2})[/-](\\d{1,2}|[a-z]{3})[/-](\\d{1,2})(?=[/_-]|$)|/((?:19|20)\\d{2})(\\d{2})(\\d{2})(?=[/_-])");
    private static final Pattern WORDS = Pattern.compile(
            "(?:^|\\W)(\\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\\.?,? (\\d{4})(?!\\d)|(?:^|\\W)([A-Za-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)");
    private static final List<DateTimeFormatter> MONTHS = List.of(monthly("d MMM yyyy"), monthly("d MMMM yyyy"));

    private Dates() {
    }

    /** The day as it is written, in the zone of the writer; null where it cannot be read. */
    static LocalDate read(String written) {
        if (written == null || written.length() > 100) {
            return null;
        }
        for (Pattern pattern : List.of(ISO, COMPACT)) {
            Matcher numbers = pattern.matcher(written);
            if (numbers.matches()) {
                return day(numbers.group(1), numbers.group(2), numbers.group(3));
            }
        }
        Matcher words = WORDS.matcher(written);
        while (words.find()) {
            LocalDate day = words.group(1) != null ? day(words.group(3), words.group(2), words.group(1))
                    : day(words.group(6), words.group(4), words.group(5));
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** From an address such as {@code /2025/12/11/title} or {@code /2025/dec/11/title}. */
    static LocalDate inAddress(String path) {
        Matcher found = IN_ADDRESS.matcher(path.toLowerCase(Locale.ROOT));
        while (found.find()) {
            LocalDate day = found.group(1) != null ? day(found.group(1), found.group(2), found.group(3))
                    : day(found.group(4), found.group(5), found.group(6));
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static LocalDate day(String year, String month, String day) {
        try {
            if (Character.isDigit(month.charAt(0))) {
                LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
                return date.getYear() < 1000 ? null : date;
            }
        } catch (DateTimeException e) {
            return null;
        }
        for (DateTimeFormatter format : MONTHS) {
            try {
                return LocalDate.parse(day + " " + (month.equalsIgnoreCase("sept") ? "Sep" : month) + " " + year, format);
            } catch (DateTimeException e) {
                // the next
            }
        }
        return null;
    }

    private static DateTimeFormatter monthly(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.US);
    }
}
