package org.hindcast.score;

/**
 * Distances between what was said and what came, on the ten bins of {@link Murphy}. They depend on the bins and grow by chance
 * when forecasts are few; {@link Corp#mcb} is the figure to lead with.
 *
 * @param ece mean |bin mean - bin frequency|
 * @param debiasedSquared mean (bin mean - bin frequency)^2 less what chance adds, over bins of two forecasts or more (Brocker
 *        2012; Kumar, Liang and Ma 2019); may be negative; null where no bin holds two
 * @param maximum the largest |bin mean - bin frequency|
 */
public record CalibrationError(Double ece, Double debiasedSquared, Double maximum) {

    static CalibrationError of(LevelTable table) {
        Bins bins = Bins.ten(table);
        double ece = bins.sum(k -> bins.n[k] * Math.abs(bins.mean[k] - bins.frequency[k]));
        boolean anyOfTwo = false;
        double maximum = table.n() == 0 ? Double.NaN : 0;
        for (int k = 0; k < bins.count; k++) {
            anyOfTwo |= bins.n[k] >= 2;
            maximum = bins.n[k] > 0 ? Math.max(maximum, Math.abs(bins.mean[k] - bins.frequency[k])) : maximum;
        }
        double debiased = bins.sum(k -> bins.n[k] < 2 ? 0 : bins.n[k] * debiased(bins, k));
        return new CalibrationError(Figure.ratio(ece, table.n()), anyOfTwo ? Figure.ratio(debiased, table.n()) : null,
                Figure.of(maximum));
    }

    private static double debiased(Bins bins, int k) {
        double error = bins.mean[k] - bins.frequency[k];
        return error * error - bins.frequency[k] * (1 - bins.frequency[k]) / (bins.n[k] - 1);
    }
}
