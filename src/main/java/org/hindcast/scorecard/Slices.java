package org.hindcast.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.hindcast.score.Brier;
import org.hindcast.score.Calls;
import org.hindcast.score.Interval;
import org.hindcast.score.Lexicon;
import org.hindcast.web.Formats;

/**
 * A scorecard's scored forecasts by topic, and by the year in which they were due.
 *
 * @param topics their cells, by the topic they are scored under; the empty one for those without
 */
record Slices(SortedMap<String, List<Cell>> topics, SortedMap<Integer, List<Cell>> years) {

    /**
     * One slice.
     *
     * @param range 95 % interval of the Brier score; null below {@link Enough#FOR_INTERVAL} forecasts
     * @param running the Brier score of this slice and all before it; null before the first probability
     */
    record Slice(String name, long n, Brier brier, Interval range, Whisker whisker, Calls calls, Double running) {

        public String score() {
            return Formats.score(brier.mean());
        }

        public String interval() {
            return Figures.scores(range);
        }

        public String runningScore() {
            return Formats.score(running);
        }
    }

    List<Slice> byTopic(Lexicon lexicon) {
        return slices(topics, lexicon);
    }

    List<Slice> byYear(Lexicon lexicon) {
        return slices(years, lexicon);
    }

    private static List<Slice> slices(Map<?, List<Cell>> cells, Lexicon lexicon) {
        List<Slice> slices = new ArrayList<>();
        BrierSum[] sum = { new BrierSum(0, 0) };
        cells.forEach((name, all) -> {
            List<Cell> probabilities = all.stream().filter(Cell::isScoredProbability).toList();
            sum[0] = sum[0].plus(BrierSum.of(probabilities, lexicon));
            Brier brier = Brier.of(Scorecard.levels(probabilities, lexicon).levels());
            long n = probabilities.stream().mapToLong(Cell::n).sum();
            Interval range = n < Enough.FOR_INTERVAL ? null : brier.interval();
            slices.add(new Slice(name.toString(), n, brier, range, Whisker.of(brier.mean(), range, 0.25, 0, 1),
                    Scorecard.calls(all), sum[0].mean()));
        });
        return slices;
    }
}
