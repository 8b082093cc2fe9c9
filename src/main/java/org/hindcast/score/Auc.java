package org.hindcast.score;

/**
 * The probability that a question that came out YES was given more than one that came out NO, ties counting half: 1 tells all
 * apart, 0.5 none. Depends on the order of the forecasts only. Null unless both outcomes occurred.
 *
 * @param value area under the ROC curve
 * @param standardError after DeLong, DeLong and Clarke-Pearson (1988, Biometrics 44:837); null below two of either outcome
 */
public record Auc(Double value, Double standardError) {

    static Auc of(LevelTable table) {
        double hits = table.hits();
        double misses = table.sum(i -> table.n(i) - table.hits(i));
        if (!(hits > 0 && misses > 0)) {
            return new Auc(null, null);
        }
        // Of each level: the share of NO questions that a YES question there beats, and of YES questions that beat a NO there
        double[] beats = new double[table.size()];
        double[] beaten = new double[table.size()];
        Sum below = new Sum();
        Sum hitsBelow = new Sum();
        for (int i = 0; i < table.size(); i++) {
            double levelMisses = table.n(i) - table.hits(i);
            beats[i] = (below.value() + levelMisses / 2) / misses;
            beaten[i] = 1 - (hitsBelow.value() + table.hits(i) / 2) / hits;
            below.add(levelMisses);
            hitsBelow.add(table.hits(i));
        }
        double auc = table.sum(i -> table.hits(i) * beats[i]) / hits;
        double ofHits = table.sum(i -> table.hits(i) * square(beats[i] - auc)) / (hits - 1) / hits;
        double ofMisses = table.sum(i -> (table.n(i) - table.hits(i)) * square(beaten[i] - auc)) / (misses - 1) / misses;
        return new Auc(Figure.of(auc), hits < 2 || misses < 2 ? null : Figure.of(Math.sqrt(ofHits + ofMisses)));
    }

    private static double square(double x) {
        return x * x;
    }
}
