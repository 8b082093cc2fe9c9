package org.hindcast.score;

/**
 * A row of the reliability table: one distinct probability. Of more than 100,000 distinct ones, those that agree to per mille
 * share a row, at the mean of their forecasts, so that an answer stays of a size; every forecast is in exactly one row.
 *
 * @param p the probability that was given
 * @param n forecasts that gave it
 * @param hits of these, how many came true
 * @param recalibrated the probability that the author's record puts on it (CORP: pool-adjacent-violators)
 * @param low lower end of the 90 % consistency band: where {@code recalibrated} would lie if the author were calibrated
 * @param high upper end of that band; both ends null where no resampled record reached the level
 * @param confidence the 90 % confidence band of {@code recalibrated}: how sure it is itself; null as above
 */
public record Level(double p, Number n, Number hits, Double recalibrated, Double low, Double high, Interval confidence) {
}
