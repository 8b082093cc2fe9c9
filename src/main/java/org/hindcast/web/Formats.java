package org.hindcast.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** How figures and dates are written on pages. What is missing is a dash, never a zero. */
@TemplateExtension
public final class Formats {

    public static final String NONE = "–";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Formats() {
    }

    /** A share from 0 to 1 in per cent, with as many decimals, at most one, as it needs. */
    public static String percent(Double share) {
        return share == null ? NONE
                : signed(decimal(share * 100, 1).stripTrailingZeros()) + "\u00a0%";
    }

    /** A score with three decimals. */
    public static String score(Double value) {
        return value == null ? NONE : signed(decimal(value, 3));
    }

    public static String date(LocalDate date) {
        return date == null ? NONE : DATE.format(date);
    }

    public static String time(Instant instant) {
        return instant == null ? NONE : TIME.format(instant);
    }

    /** A text for places where no markup can keep its direction to itself, such as the title of a window. */
    public static String plain(String text) {
        return text.replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "");
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static String signed(BigDecimal value) {
        return value.signum() < 0 ? "−" + value.negate().toPlainString() : value.abs().toPlainString();
    }
}
