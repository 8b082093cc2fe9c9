package org.hindcast.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.hindcast.author.AuthorRef;
import org.hindcast.score.Calls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {

    private static final BoardScope PROBABILITIES = new BoardScope(Leaderboard.Board.probabilities, null, null, null, 10,
            false);
    private static final BoardScope CALLS = new BoardScope(Leaderboard.Board.calls, null, null, null, 10, false);

    /** An author who said {@code p} of {@code n} questions, of which {@code yes} came out so. */
    private static AuthorSums author(String slug, double p, long n, long yes) {
        double hit = (1 - p) * (1 - p);
        double miss = p * p;
        return new AuthorSums(new UUID(0, slug.hashCode()), new AuthorRef(slug, slug), n, yes, yes * hit + (n - yes) * miss,
                yes * hit * hit + (n - yes) * miss * miss, 0, 0, 0, 0, 0, Calls.of(0, 0), 0);
    }

    private static AuthorSums caller(String slug, long n, long hits, long yes) {
        return new AuthorSums(new UUID(0, slug.hashCode()), new AuthorRef(slug, slug), 0, 0, 0, 0, 0, 0, 0, 0, 0,
                Calls.of(n, hits), yes);
    }

    @Test
    void theCoinIsZeroAndTheBaseRateIsHowFarItIsFromOneHalf() {
        Standings standings = Standings.of(List.of(author("sharp", 0.9, 100, 90), author("flat", 0.5, 100, 70),
                author("wrong", 0.9, 100, 20), author("new", 0.9, 3, 3)), PROBABILITIES);
        Standings.Field field = standings.field();
        assertEquals(303, field.forecasts());
        assertEquals(0, field.coin());
        double o = 183 / 303.0;
        assertEquals((o - 0.5) * (o - 0.5), field.baseRate(), 1e-15);
        assertEquals(List.of("sharp", "flat", "wrong", "new"),
                standings.places().stream().map(p -> p.author().slug()).toList());
        assertEquals(2, field.baseRatePlace(), "below the one who is sharp");
        assertTrue(field.coinPlace() >= 2 && field.coinPlace() <= 3);
        assertEquals(4, field.authors());
        assertEquals(3, field.ranked());
    }

    /** Nobody's score is above 0.16 nor below -0.56 raw: what is shrunken lies between that and the mean of all. */
    @Test
    void whoBeatsACoinIsSaidOfThoseAloneOfWhomItStands() {
        Standings standings = Standings.of(List.of(author("sharp", 0.9, 100, 90), author("flat", 0.5, 100, 70),
                author("wrong", 0.9, 100, 20), author("lucky", 0.9, 10, 10)), PROBABILITIES);
        Place sharp = standings.places().stream().filter(p -> p.author().slug().equals("sharp")).findFirst().orElseThrow();
        assertTrue(sharp.better() && sharp.above() > 0.99 && sharp.logEValue() > Math.log(20));
        assertTrue(standings.places().stream().filter(p -> p.author().slug().equals("wrong")).noneMatch(Place::better));
        assertFalse(standings.places().stream().filter(p -> p.author().slug().equals("lucky")).anyMatch(Place::better),
                "ten right ones are not enough among four");
        assertEquals(standings.places().stream().filter(Place::better).count(), standings.field().found());
        assertEquals(4, standings.field().tested());
    }

    @Test
    void callsAreComparedWithACoinAndWithTheCommonerSide() {
        Standings standings = Standings.of(List.of(caller("a", 40, 36, 30), caller("b", 20, 10, 10), caller("c", 12, 3, 2)),
                CALLS);
        assertEquals(72, standings.field().forecasts());
        assertEquals(0.5, standings.field().coin());
        assertEquals(42 / 72.0, standings.field().baseRate(), 1e-15);
        assertEquals(List.of("a", "b", "c"), standings.places().stream().map(p -> p.author().slug()).toList());
        assertTrue(standings.places().get(0).better());
    }

    @ParameterizedTest
    @CsvSource({ "0, 0", "1, 1", "2, 2" })
    void belowThreeNobodyIsRanked(int authors, int places) {
        List<AuthorSums> few = Stream.of("a", "b").limit(authors).map(slug -> author(slug, 0.7, 50, 35)).toList();
        Standings standings = Standings.of(few, PROBABILITIES);
        assertEquals(places, standings.places().size());
        standings.places().forEach(place -> assertNull(place.rank()));
        assertEquals(authors == 0, standings.field().coin() == null);
    }

    @Test
    void theMinimumMovesAuthorsToThoseWithTooFew() {
        List<AuthorSums> authors = IntStream.rangeClosed(1, 8).mapToObj(i -> author("a" + i, 0.8, i * 4, i * 3)).toList();
        Standings standings = Standings.of(authors, PROBABILITIES);
        assertEquals(6, standings.field().ranked());
        assertEquals(List.of("a2", "a1"),
                standings.places().subList(6, 8).stream().map(place -> place.author().slug()).toList());
        standings.places().subList(6, 8).forEach(place -> assertNull(place.score()));
    }

    /** The first is best by the expected rank; ranks are 1..k, each once. */
    @Test
    void ranksAreEachGivenOnce() {
        List<AuthorSums> authors = IntStream.rangeClosed(1, 30).mapToObj(i -> author("a" + i, 0.8, 10 + i, 5 + i / 2)).toList();
        Standings standings = Standings.of(authors, PROBABILITIES);
        assertEquals(IntStream.rangeClosed(1, 30).boxed().toList(), standings.places().stream().map(Place::rank).toList());
        standings.places().forEach(place -> assertTrue(
                place.rankInterval().low() <= place.rankInterval().high() && place.interval().low() < place.score()));
    }
}
