package org.hindcast.score;

/**
 * A closed interval; which level and of what is said where it is used.
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 */
public record Interval(double low, double high) {

    Interval clamp(double least, double greatest) {
        return new Interval(Math.min(greatest, Math.max(least, low)), Math.max(least, Math.min(greatest, high)));
    }
}
