package org.hindcast.score;

/**
 * How decided the forecasts are; a virtue only beside calibration.
 *
 * @param meanVariance mean p(1 - p), 0..0.25: lower is sharper
 * @param variance variance of p over the forecasts (divided by n): higher is sharper
 */
public record Sharpness(Double meanVariance, Double variance) {

    static Sharpness of(LevelTable table) {
        double mean = table.sum(i -> table.n(i) * table.p(i)) / table.n();
        return new Sharpness(Figure.ratio(table.sum(i -> table.n(i) * table.p(i) * (1 - table.p(i))), table.n()),
                Figure.ratio(table.sum(i -> table.n(i) * (table.p(i) - mean) * (table.p(i) - mean)), table.n()));
    }
}
