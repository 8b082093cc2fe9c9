package org.hindcast.extract;

import java.time.LocalDate;
import java.util.Locale;

/** A season lasts from where meteorologists let it begin to where astronomers let it end: the widest that the word can mean. */
enum Season {
    SPRING(3, 6, 20),
    SUMMER(6, 9, 22),
    AUTUMN(9, 12, 20),
    WINTER(12, 3, 20);

    private final int firstMonth;
    private final int lastMonth;
    private final int lastDay;

    Season(int firstMonth, int lastMonth, int lastDay) {
        this.firstMonth = firstMonth;
        this.lastMonth = lastMonth;
        this.lastDay = lastDay;
    }

    static Season of(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return name.equals("FALL") ? AUTUMN : valueOf(name);
    }

    /** The season of the calendar that it is there. */
    Season in(Hemisphere hemisphere) {
        return hemisphere == Hemisphere.NORTHERN ? this : values()[(ordinal() + 2) % 4];
    }

    LocalDate first(int year) {
        return LocalDate.of(year, firstMonth, 1);
    }

    /** Of the one that begins in this year. */
    LocalDate last(int year) {
        return LocalDate.of(this == WINTER ? year + 1 : year, lastMonth, lastDay);
    }

    /** The year in which the first one begins that ends on this day or later. */
    int yearOfNext(LocalDate day) {
        return last(day.getYear() - 1).isBefore(day) ? last(day.getYear()).isBefore(day) ? day.getYear() + 1 : day.getYear()
                : day.getYear() - 1;
    }
}
