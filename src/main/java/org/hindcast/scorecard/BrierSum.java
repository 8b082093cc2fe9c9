package org.hindcast.scorecard;

import java.util.List;

import org.hindcast.score.Lexicon;

/**
 * Brier scores added up, exactly: in millionths, since a probability of k per mille scores (1000 - k)² or k² of them.
 */
record BrierSum(long millionths, long n) {

    static BrierSum of(List<Cell> probabilities, Lexicon lexicon) {
        return probabilities.stream().map(cell -> of(cell.perMille(lexicon), cell.n(), cell.hits()))
                .reduce(new BrierSum(0, 0), BrierSum::plus);
    }

    static BrierSum of(long perMille, long n, long hits) {
        return new BrierSum(hits * (1000 - perMille) * (1000 - perMille) + (n - hits) * perMille * perMille, n);
    }

    BrierSum plus(BrierSum other) {
        return new BrierSum(millionths + other.millionths, n + other.n);
    }

    BrierSum minus(BrierSum other) {
        return new BrierSum(millionths - other.millionths, n - other.n);
    }

    /** Null without forecasts. */
    Double mean() {
        return n == 0 ? null : millionths / (1e6 * n);
    }
}
