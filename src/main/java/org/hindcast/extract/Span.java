package org.hindcast.extract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of days that words name, wherever they stand in time.
 *
 * @param sure whether the words can mean no other
 * @param alone whether the words speak of time even without a preposition before them
 */
record Span(Unit unit, LocalDate first, LocalDate last, boolean sure, boolean alone) {

    enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        SEASON,
        YEAR,
        DECADE,
        CENTURY,
        EVENT
    }

    static Span day(LocalDate day, boolean sure) {
        return new Span(Unit.DAY, day, day, sure, true);
    }

    static Span month(LocalDate within, boolean sure, boolean alone) {
        LocalDate first = within.withDayOfMonth(1);
        return new Span(Unit.MONTH, first, first.plusMonths(1).minusDays(1), sure, alone);
    }

    static Span months(int year, int first, int last, boolean sure) {
        return new Span(last - first > 2 ? Unit.YEAR : Unit.QUARTER, LocalDate.of(year, first, 1),
                LocalDate.of(year, last, 1).plusMonths(1).minusDays(1), sure, true);
    }

    static Span years(Unit unit, int first, int last, boolean sure, boolean alone) {
        return new Span(unit, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), sure, alone);
    }

    private Span cut(LocalDate from, LocalDate to, boolean certain) {
        return new Span(unit, from, to, sure && certain, true);
    }

    /** The end of it. */
    Span end() {
        return cut(unit == Unit.YEAR ? last.withDayOfMonth(1) : last, last, unit.compareTo(Unit.YEAR) <= 0);
    }

    Span rest() {
        return cut(first, last, true);
    }

    Span early() {
        return switch (unit) {
            case YEAR -> cut(first, first.plusMonths(4).minusDays(1), false);
            case MONTH -> cut(first, first.withDayOfMonth(10), false);
            case DECADE -> cut(first, first.plusYears(4).minusDays(1), false);
            default -> cut(first, third(1), false);
        };
    }

    Span middle() {
        return switch (unit) {
            case YEAR -> cut(first.plusMonths(4), first.plusMonths(6).minusDays(1), false);
            case MONTH -> cut(first.withDayOfMonth(10), first.withDayOfMonth(20), false);
            case DECADE -> cut(first.plusYears(4), first.plusYears(7).minusDays(1), false);
            case CENTURY -> cut(first.plusYears(49), first.plusYears(50).minusDays(1), false);
            default -> cut(third(1), third(2), false);
        };
    }

    Span late() {
        return switch (unit) {
            case YEAR -> cut(first.plusMonths(8), last, false);
            case MONTH -> cut(first.withDayOfMonth(21), last, false);
            case DECADE -> cut(first.plusYears(7), last, false);
            default -> cut(third(2), last, false);
        };
    }

    /** @param n 1 or 2 */
    Span half(int n) {
        LocalDate second = switch (unit) {
            case YEAR -> first.plusMonths(6);
            case DECADE -> first.plusYears(5);
            case CENTURY -> first.plusYears(50);
            default -> first.plusDays((ChronoUnit.DAYS.between(first, last) + 1) / 2);
        };
        return n == 1 ? cut(first, second.minusDays(1), true) : cut(second, last, true);
    }

    /** @param n 1 to 4 */
    Span quarter(int n) {
        LocalDate from = first.plusMonths(3L * (n - 1));
        return new Span(Unit.QUARTER, from, from.plusMonths(3).minusDays(1), sure, true);
    }

    Span week(boolean ofTheEnd) {
        return ofTheEnd ? cut(last.minusDays(6), last, false) : cut(first, first.plusDays(6), false);
    }

    Span firstMonths(int n) {
        return cut(first, first.plusMonths(n).minusDays(1), true);
    }

    /** As one that may mean another. */
    Span unsure() {
        return new Span(unit, first, last, false, alone);
    }

    /** As one whose words need no preposition. */
    Span withoutPreposition() {
        return new Span(unit, first, last, sure, true);
    }

    /** From the first day of this to the last of the other. */
    Span to(Span other, boolean certain) {
        return new Span(unit, first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last,
                certain && sure && other.sure, alone || other.alone);
    }

    private LocalDate third(int n) {
        return first.plusDays(ChronoUnit.DAYS.between(first, last) * n / 3);
    }
}
