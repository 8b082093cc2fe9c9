package org.hindcast.score;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The record of forecasts in words: (phrase, side) → n and hits, in integers; exact and invertible as {@link PerMilleTable}. No
 * number is stored, so any lexicon can be applied at any time.
 */
public final class PhraseTable {

    /**
     * A wording.
     *
     * @param phrase its id in the {@link Lexicon}
     * @param ofYes whether the phrase speaks of YES; of NO, the probability of YES is one minus the phrase's value
     */
    public record Wording(String phrase, boolean ofYes) implements Comparable<Wording> {

        @Override
        public int compareTo(Wording other) {
            int byPhrase = phrase.compareTo(other.phrase);
            return byPhrase != 0 ? byPhrase : Boolean.compare(ofYes, other.ofYes);
        }

        private int perMille(int ofPhrase) {
            return ofYes ? ofPhrase : 1000 - ofPhrase;
        }
    }

    /** No forecasts. */
    public static final PhraseTable EMPTY = new PhraseTable(new TreeMap<>());

    private final SortedMap<Wording, PerMilleTable.Cell> cells;

    private PhraseTable(SortedMap<Wording, PerMilleTable.Cell> cells) {
        cells.values().removeIf(PerMilleTable.Cell.ZERO::equals);
        this.cells = Collections.unmodifiableSortedMap(cells);
    }

    /** One wording's forecasts, of which {@code hits} came out YES. Negative counts are what takes them away again. */
    public static PhraseTable of(String phrase, boolean ofYes, long n, long hits) {
        return new PhraseTable(new TreeMap<>(Map.of(new Wording(phrase, ofYes), new PerMilleTable.Cell(n, hits))));
    }

    /** @throws ArithmeticException beyond the range of a long */
    public PhraseTable plus(PhraseTable other) {
        SortedMap<Wording, PerMilleTable.Cell> sum = new TreeMap<>(cells);
        other.cells.forEach((wording, cell) -> sum.merge(wording, cell, PerMilleTable.Cell::plus));
        return new PhraseTable(sum);
    }

    /** The cells that are not zero. */
    public SortedMap<Wording, PerMilleTable.Cell> cells() {
        return cells;
    }

    /**
     * The same forecasts in numbers.
     *
     * @throws IllegalArgumentException for a phrase that is not scored: a hedge, or none of the lexicon's
     */
    public PerMilleTable under(Lexicon lexicon) {
        PerMilleTable table = PerMilleTable.EMPTY;
        for (Map.Entry<Wording, PerMilleTable.Cell> entry : cells.entrySet()) {
            int perMille = entry.getKey().perMille(meaning(lexicon, entry.getKey()).point());
            table = table.plus(PerMilleTable.of(Map.of(perMille, entry.getValue())));
        }
        return table;
    }

    /**
     * Between what mean Brier scores these forecasts, together with those in numbers, lie if each phrase may mean anything from
     * {@link Lexicon.Meaning#low} to {@link Lexicon.Meaning#high}; null without forecasts. The high end puts each phrase at the
     * worse end of its range, the low end at its best point within.
     *
     * @throws IllegalArgumentException for a phrase that is not scored
     */
    public Interval brierRange(PerMilleTable stated, Lexicon lexicon) {
        LevelTable numbers = stated.levels();
        double n = numbers.n();
        Sum least = new Sum().add(numbers.total(ProperScore.BRIER));
        Sum greatest = new Sum().add(numbers.total(ProperScore.BRIER));
        for (Map.Entry<Wording, PerMilleTable.Cell> entry : cells.entrySet()) {
            PerMilleTable.Cell cell = entry.getValue();
            Lexicon.Meaning meaning = meaning(lexicon, entry.getKey());
            double a = entry.getKey().perMille(meaning.low()) / 1000.0;
            double b = entry.getKey().perMille(meaning.high()) / 1000.0;
            double best = Math.max(Math.min(a, b), Math.min(Math.max(a, b), (double) cell.hits() / cell.n()));
            least.add(brier(best, cell));
            greatest.add(Math.max(brier(a, cell), brier(b, cell)));
            n += cell.n();
        }
        return n == 0 ? null : new Interval(least.value() / n, greatest.value() / n);
    }

    private static double brier(double p, PerMilleTable.Cell cell) {
        return cell.hits() * ProperScore.BRIER.of(p, true) + (cell.n() - cell.hits()) * ProperScore.BRIER.of(p, false);
    }

    private static Lexicon.Meaning meaning(Lexicon lexicon, Wording wording) {
        return lexicon.meaning(wording.phrase)
                .orElseThrow(() -> new IllegalArgumentException("not a phrase that is scored: " + wording.phrase));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhraseTable that && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return "PhraseTable" + cells;
    }
}
