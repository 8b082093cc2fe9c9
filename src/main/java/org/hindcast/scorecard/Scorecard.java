package org.hindcast.scorecard;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.hindcast.author.AuthorRef;
import org.hindcast.forecast.Basis;
import org.hindcast.score.Calls;
import org.hindcast.score.Differences;
import org.hindcast.score.Interval;
import org.hindcast.score.Lexicon;
import org.hindcast.score.PerMilleTable;
import org.hindcast.score.Report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What the resolutions of an author add up to.
 *
 * @param lexicon id of the lexicon that words were read with
 * @param lexiconRange the lowest and the highest Brier score that any lexicon gives; null without scored forecasts
 * @param calls flat claims and bets
 * @param voided forecasts on questions resolved VOID
 * @param hedged may, might, could: counted, never scored
 * @param undated forecasts, not withdrawn, whose date is the editor's
 * @param provisional decided before their due date, in no score until then
 * @param revisions later positions of the author on a question that counts once: shown, in no score
 */
public record Scorecard(AuthorRef author, Instant asOf, Scope scope, String lexicon, Interval lexiconRange, Calls calls,
        Map<Basis, BasisCount> byBasis, @JsonProperty("void") long voided, long hedged, long undated, long unresolved,
        long withdrawn, long provisional, long revisions, @JsonUnwrapped Report report) {

    /**
     * What one basis contributed.
     *
     * @param n scored forecasts, or for HEDGED those kept
     * @param brier null for calls and hedges
     * @param rate hit rate; null for probabilities and hedges
     */
    public record BasisCount(long n, long hits, Double brier, Double rate) {
    }

    static Scorecard of(AuthorRef author, List<Cell> all, Scope scope, Lexicon lexicon, Instant asOf) {
        List<Cell> cells = scope.of(all);
        List<Cell> probabilities = cells.stream().filter(Cell::isScoredProbability).toList();
        return new Scorecard(author, asOf, scope, lexicon.id(), lexiconRange(probabilities), calls(cells),
                byBasis(cells, lexicon),
                count(cells, Cell.State.VOID), count(cells, Cell.State.HEDGED),
                count(cells, cell -> cell.undated() && cell.state() != Cell.State.WITHDRAWN),
                count(cells, Cell.State.UNRESOLVED), count(cells, Cell.State.WITHDRAWN), count(cells, Cell.State.PROVISIONAL),
                count(cells, Cell.State.REVISION), report(author, probabilities, lexicon));
    }

    /** The levels of these cells, words read with the lexicon. */
    static PerMilleTable levels(List<Cell> probabilities, Lexicon lexicon) {
        Map<Integer, PerMilleTable.Cell> levels = new HashMap<>();
        for (Cell cell : probabilities) {
            levels.merge(cell.perMille(lexicon), new PerMilleTable.Cell(cell.n(), cell.hits()),
                    (a, b) -> new PerMilleTable.Cell(a.n() + b.n(), a.hits() + b.hits()));
        }
        return PerMilleTable.of(levels);
    }

    /** The differences to the references on record; null where there are none. */
    static Differences differences(List<Cell> probabilities, Lexicon lexicon) {
        return probabilities.stream().map(cell -> cell.differences(lexicon)).reduce(Differences::plus)
                .filter(sum -> sum.n() > 0).orElse(null);
    }

    static Calls calls(List<Cell> cells) {
        return Calls.of(count(cells, Cell::isScoredCall),
                cells.stream().filter(Cell::isScoredCall).mapToLong(Cell::hits).sum());
    }

    private static Report report(AuthorRef author, List<Cell> probabilities, Lexicon lexicon) {
        return Reports.of(levels(probabilities, lexicon).levels(), differences(probabilities, lexicon),
                author.slug().hashCode());
    }

    private static Interval lexiconRange(List<Cell> probabilities) {
        if (probabilities.isEmpty()) {
            return null;
        }
        var briers = Lexicon.ids().stream()
                .mapToDouble(id -> BrierSum.of(probabilities, Lexicon.named(id).orElseThrow()).mean()).summaryStatistics();
        return new Interval(briers.getMin(), briers.getMax());
    }

    private static Map<Basis, BasisCount> byBasis(List<Cell> cells, Lexicon lexicon) {
        Map<Basis, BasisCount> counts = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            List<Cell> own = cells.stream().filter(cell -> cell.basis() == basis
                    && cell.state() == (basis == Basis.HEDGED ? Cell.State.HEDGED : Cell.State.SCORED)).toList();
            long n = count(own, cell -> true);
            long hits = own.stream().mapToLong(Cell::hits).sum();
            boolean probability = basis == Basis.STATED || basis == Basis.WORDED;
            counts.put(basis, new BasisCount(n, hits, probability ? BrierSum.of(own, lexicon).mean() : null,
                    basis.isCall() && n > 0 ? Double.valueOf((double) hits / n) : null));
        }
        return counts;
    }

    private static long count(List<Cell> cells, Cell.State state) {
        return count(cells, cell -> cell.state() == state);
    }

    private static long count(List<Cell> cells, Predicate<Cell> those) {
        return cells.stream().filter(those).mapToLong(Cell::n).sum();
    }
}
