package org.hindcast.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.hindcast.score.Level;

/**
 * A row of the table of what was said and how often it came true, and of the reliability diagram that is drawn from it.
 *
 * @param p the probability given, 0..1
 * @param hits of the n, how many came true
 * @param recalibrated the same, evened out so that it never falls (CORP)
 * @param low lower end of where nine in ten calibrated authors would have {@code recalibrated}; both ends null where unknown
 */
public record LevelRow(double p, Number n, Number hits, double frequency, Double recalibrated, Double low, Double high) {

    /** Of more levels than this, those of the same whole per cent share a row: that is what a page can show. */
    private static final int MOST = 101;

    public static List<LevelRow> of(List<Level> levels) {
        List<Level> counted = levels.stream().filter(level -> level.n().doubleValue() > 0).toList();
        if (counted.size() <= MOST) {
            return counted.stream().map(level -> pooled(List.of(level))).toList();
        }
        Map<Long, List<Level>> percents = counted.stream()
                .collect(Collectors.groupingBy(level -> Math.round(100 * level.p()), TreeMap::new, Collectors.toList()));
        List<LevelRow> rows = new ArrayList<>();
        percents.values().forEach(level -> rows.add(pooled(level)));
        return rows;
    }

    /** How many levels are not shown by themselves. */
    public static boolean pools(List<Level> levels) {
        return levels.size() > MOST;
    }

    /** The mean of every figure, weighted with the forecasts; a mean of what never falls never falls. */
    private static LevelRow pooled(List<Level> levels) {
        if (levels.size() == 1) {
            Level only = levels.get(0);
            return new LevelRow(only.p(), only.n(), only.hits(), only.hits().doubleValue() / only.n().doubleValue(),
                    only.recalibrated(), only.low(), only.high());
        }
        double n = levels.stream().mapToDouble(level -> level.n().doubleValue()).sum();
        double hits = levels.stream().mapToDouble(level -> level.hits().doubleValue()).sum();
        boolean banded = levels.stream().allMatch(level -> level.low() != null && level.high() != null);
        return new LevelRow(mean(levels, n, Level::p), whole(n), whole(hits), hits / n, mean(levels, n, Level::recalibrated),
                banded ? mean(levels, n, Level::low) : null, banded ? mean(levels, n, Level::high) : null);
    }

    private static Double mean(List<Level> levels, double n, ToDoubleFunction<Level> figure) {
        return levels.stream().mapToDouble(level -> level.n().doubleValue() * figure.applyAsDouble(level)).sum() / n;
    }

    private static Number whole(double count) {
        return count == Math.rint(count) ? (Number) (long) count : (Number) count;
    }
}
