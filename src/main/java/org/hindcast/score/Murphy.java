package org.hindcast.score;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Murphy's decomposition (1973) of the mean Brier score on ten bins, with the two terms for the spread within bins without
 * which it does not add up (Stephenson, Coelho and Jolliffe 2008, WAF 23:752):
 * Brier = reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance. Corrected for bias after Ferro and
 * Fricker (2012, QJRMS 138:1954); corrected figures may be negative and are not cut.
 *
 * @param reliability mean (bin mean - bin frequency)^2: lower is better calibrated
 * @param resolution mean (bin frequency - base rate)^2: higher tells cases apart better
 * @param uncertainty o(1 - o)
 * @param withinBinVariance mean (p - bin mean)^2
 * @param withinBinCovariance twice the mean (p - bin mean)(y - bin frequency)
 * @param generalizedResolution resolution - withinBinVariance + withinBinCovariance
 * @param reliabilityCorrected reliability less the part that chance adds; bins with one forecast are not corrected
 * @param resolutionCorrected resolution corrected alike; null below two forecasts
 * @param uncertaintyCorrected uncertainty with N - 1 for N; null below two forecasts
 * @param bins the ten bins, empty ones too; none without forecasts
 */
public record Murphy(Double reliability, Double resolution, Double uncertainty, Double withinBinVariance,
        Double withinBinCovariance, Double generalizedResolution, Double reliabilityCorrected, Double resolutionCorrected,
        Double uncertaintyCorrected, List<Bin> bins) {

    /**
     * A bin of forecasts, from {@code low} up to but without {@code high}; the last one with it.
     *
     * @param mean mean probability; null in an empty bin
     * @param frequency hits / n; null in an empty bin
     */
    public record Bin(double low, double high, Number n, Number hits, Double mean, Double frequency) {
    }

    /** @param evidence the same table, its counts multiplied so that they sum to the effective number of forecasts */
    static Murphy of(LevelTable table, LevelTable evidence) {
        Bins bins = Bins.ten(table);
        return of(evidence, table == evidence ? bins : Bins.ten(evidence), table.n() == 0 ? List.of() : bins(bins));
    }

    static Murphy of(LevelTable table, Bins bins, List<Bin> listed) {
        double n = table.n();
        double o = table.hits() / n;
        double rel = bins.sum(k -> bins.n[k] * square(bins.mean[k] - bins.frequency[k])) / n;
        double res = bins.sum(k -> bins.n[k] * square(bins.frequency[k] - o)) / n;
        double wbv = bins.variance / n;
        double wbc = 2 * bins.covariance / n;
        double s = bins.sum(k -> bins.n[k] < 2 ? 0
                : bins.hits[k] * (bins.n[k] - bins.hits[k]) / (bins.n[k] * (bins.n[k] - 1))) / n;
        double t = n < 2 ? Double.NaN : o * (1 - o) / (n - 1);
        return new Murphy(Figure.of(rel), Figure.of(res), Figure.of(o * (1 - o)), Figure.of(wbv), Figure.of(wbc),
                Figure.of(res - wbv + wbc), Figure.of(rel - s), Figure.of(res - s + t), Figure.of(o * (1 - o) + t), listed);
    }

    private static List<Bin> bins(Bins bins) {
        return IntStream.range(0, bins.count).mapToObj(k -> new Bin(Bins.edge(k), Bins.edge(k + 1), Figure.count(bins.n[k]),
                Figure.count(bins.hits[k]), Figure.of(bins.mean[k]), Figure.of(bins.frequency[k]))).toList();
    }

    private static double square(double x) {
        return x * x;
    }
}
