package org.hindcast.score;

/**
 * Brier skill, 1 - (own Brier / reference's Brier), a ratio of sums: 1 is perfect, 0 as good as the reference, negative
 * worse. Each is null where its reference has no score or a score of 0.
 *
 * @param coinFlip against p = 1/2 throughout (Brier 0.25)
 * @param baseRate against the forecasts' own base rate o, Brier o(1 - o). In-sample, and it credits an author who mixes
 *        questions of different base rates for knowing which is which (Hamill and Juras 2006)
 * @param reference against the recorded references (market, crowd, base rate), over the forecasts that have one
 */
public record Skill(Double coinFlip, Double baseRate, Double reference) {

    static Skill of(LevelTable table, Differences differences) {
        double brier = table.total(ProperScore.BRIER);
        double baseRate = table.hits() / table.n();
        return new Skill(against(0.25 * table.n(), brier), against(table.hits() * (1 - baseRate), brier),
                differences == null || differences.referenceSum() == null ? null
                        : Figure.ratio(differences.sum(), differences.referenceSum()));
    }

    private static Double against(double reference, double own) {
        return Figure.ratio(reference - own, reference);
    }
}
