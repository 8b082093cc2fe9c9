package org.hindcast.score;

import static org.hindcast.score.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ShrinkageTest {

    /** The eight schools (Rubin 1981) by Paule and Mandel: their tau^2 is 0, as every moment estimate of it. */
    @Test
    void findsNoSpreadWhereThereIsNone() {
        Shrinkage schools = Shrinkage.of(new double[] { 28, 8, -3, 7, -1, 1, 18, 12 },
                new double[] { 225, 100, 256, 121, 81, 121, 100, 324 });
        assertEquals(0, schools.tauSquared());
        assertClose(7.685617, schools.mean(), 1e-6, "mean");
        schools.posteriors().forEach(posterior -> assertClose(schools.mean(), posterior.mean(), "shrunken all the way"));
    }

    /** With equal variances the equation can be solved by hand: tau^2 = s^2 - v. */
    @Test
    void solvesPauleAndMandel() {
        Shrinkage shrinkage = Shrinkage.of(new double[] { 1, 2, 3, 6 }, new double[] { 0.5, 0.5, 0.5, 0.5 });
        double spread = (4 + 1 + 0 + 9) / 3.0;
        assertClose(spread - 0.5, shrinkage.tauSquared(), "tau^2");
        assertClose(3, shrinkage.mean(), "mean");
        double b = 0.5 / spread;
        assertClose(b * 3 + (1 - b) * 6, shrinkage.posteriors().get(3).mean(), "posterior mean");
        assertClose((1 - b) * 0.5, shrinkage.posteriors().get(3).variance(), "posterior variance");
    }

    @Test
    void aFewEasyForecastsDoNotGiveCertainty() {
        Differences calm = new Differences(20, 20 * 0.24, 20 * 0.24 * 0.24, null);
        Differences usual = new Differences(200, 10, 25, null);
        double[] variances = Shrinkage.moderatedVariances(List.of(calm, usual, usual));
        assertTrue(variances[0] > 0.001, "the pooled variance counts for ten forecasts: " + variances[0]);
    }

    @Test
    void ranksAddUpAndTheSeedFixesThem() {
        Shrinkage shrinkage = Shrinkage.of(new double[] { 0.1, 0.05, 0.02, -0.04 }, new double[] { 1e-4, 1e-3, 1e-4, 1e-2 });
        List<Ranking.Place> places = Ranking.of(shrinkage.posteriors(), 7).orElseThrow();
        assertClose(10, places.stream().mapToDouble(Ranking.Place::expectedRank).sum(), "1 + 2 + 3 + 4");
        assertEquals(places, Ranking.of(shrinkage.posteriors(), 7).orElseThrow());
        places.forEach(place -> assertTrue(place.interval().low() >= 1 && place.interval().high() <= 4));
        assertTrue(places.get(0).expectedRank() < places.get(3).expectedRank());
        assertTrue(shrinkage.posteriors().get(0).above(0) > 0.99);
    }

    @Test
    void twoAreNotRanked() {
        Shrinkage two = Shrinkage.of(new double[] { 0.1, 0.2 }, new double[] { 0.01, 0.01 });
        assertEquals(Optional.empty(), Ranking.of(two.posteriors(), 1));
    }

    @Test
    void hitRatesOfFewCallsAreDrawnToTheField() {
        List<Calls> authors = List.of(Calls.of(2, 2), Calls.of(100, 60), Calls.of(80, 50), Calls.of(120, 54), Calls.of(0, 0));
        HitRates rates = HitRates.of(authors);
        double field = rates.a() / (rates.a() + rates.b());
        assertTrue(rates.posterior(authors.get(0)).mean() < 0.7, "two of two is not the best");
        assertClose(field, rates.posterior(authors.get(4)).mean(), "nothing known: the field's mean");
        assertTrue(rates.above(authors.get(1), 0.5) > 0.9);
        Interval interval = rates.interval(authors.get(1));
        assertTrue(interval.low() < 0.6 && 0.6 < interval.high());
        assertEquals(5, Ranking.of(authors.stream().map(rates::posterior).toList(), 3).orElseThrow().size());
    }

    @Test
    void allHitsAndAllMissesLeaveFiniteRates() {
        for (List<Calls> authors : List.of(List.of(Calls.of(3, 3)), List.of(Calls.of(1, 0), Calls.of(1, 1)))) {
            HitRates rates = HitRates.of(authors);
            authors.forEach(author -> assertTrue(rates.posterior(author).variance() > 0));
        }
    }

    /** K = 4, alpha = 0.05: the thresholds are 80, 40, 26.7, 20. */
    @Test
    void keepsTheShareOfFalseDiscoveries() {
        BitSet expected = new BitSet();
        expected.set(0, 3);
        assertEquals(expected, Discoveries.of(new double[] { Math.log(30), Math.log(1e6), Math.log(41), 0 }, 0.05));
        assertEquals(new BitSet(), Discoveries.of(new double[] { Math.log(79), 0, -5, Double.NEGATIVE_INFINITY }, 0.05));
        assertEquals(new BitSet(), Discoveries.of(new double[0], 0.05));
    }
}
