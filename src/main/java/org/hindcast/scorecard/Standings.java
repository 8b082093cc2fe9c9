package org.hindcast.scorecard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hindcast.score.Brier;
import org.hindcast.score.Differences;
import org.hindcast.score.Discoveries;
import org.hindcast.score.HitRates;
import org.hindcast.score.Interval;
import org.hindcast.score.Ranking;
import org.hindcast.score.Shrinkage;

/**
 * A board, computed from everybody's sums.
 *
 * @param places those who can be ranked, the best first; then the others, those with most that counts here first
 */
record Standings(Field field, List<Place> places) {

    static final double FALSE_DISCOVERY_RATE = 0.1;

    private static final double COIN_HITS = 0.5;
    private static final long SEED = 1;

    /**
     * What is said of all together.
     *
     * @param authors all who have a place
     * @param ranked those who can be ranked
     * @param tested those of whom it was tested whether they beat the reference: the same
     * @param found those of whom it stands
     * @param forecasts what the coin and the base rate stand on: everybody's forecasts, or calls, in the scope
     * @param coin what a coin would score; null without forecasts
     * @param coinPlace how many authors are above it, plus 1
     * @param baseRate what somebody would score who says the base rate of these forecasts each time, or calls the commoner
     *        side;
     *        they know it afterwards, which nobody does before
     * @param baseRatePlace how many authors are above it, plus 1
     */
    record Field(int authors, int ranked, int tested, int found, long forecasts, Double coin, int coinPlace, Double baseRate,
            int baseRatePlace) {
    }

    private record Scored(AuthorSums author, Ranking.Posterior posterior, Interval interval, double above, double logEValue) {
    }

    static Standings of(List<AuthorSums> authors, BoardScope scope) {
        List<AuthorSums> rankable = authors.stream().filter(author -> n(author, scope) >= scope.minimum()).toList();
        List<Scored> scored = rankable.isEmpty() ? List.of()
                : scope.byCalls() ? byHitRate(rankable) : byDifference(rankable, scope.reference());
        BitSet better = Discoveries.of(scored.stream().mapToDouble(Scored::logEValue).toArray(), FALSE_DISCOVERY_RATE);
        Optional<List<Ranking.Place>> ranks = Ranking.of(scored.stream().map(Scored::posterior).toList(), SEED);
        List<Place> places = new ArrayList<>(authors.size());
        for (int i : order(scored, ranks)) {
            places.add(place(scored.get(i), ranks.isEmpty() ? null : places.size() + 1,
                    ranks.map(known -> known.get(i).interval()).orElse(null), better.get(i), scope));
        }
        authors.stream().filter(author -> n(author, scope) < scope.minimum())
                .sorted(Comparator.comparing((AuthorSums one) -> -n(one, scope))
                        .thenComparing(one -> -one.n() - one.calls().n()).thenComparing(one -> one.author().slug()))
                .forEach(one -> places.add(unranked(one, scope)));
        return new Standings(field(authors, places, better.cardinality(), scope), places);
    }

    private static long n(AuthorSums author, BoardScope scope) {
        return scope.byCalls() ? author.calls().n() : scope.reference() ? author.paired() : author.n();
    }

    private static List<Scored> byDifference(List<AuthorSums> authors, boolean toReference) {
        List<Differences> differences = authors.stream().map(author -> author.differences(toReference)).toList();
        List<Ranking.Posterior> posteriors = Shrinkage.of(differences).posteriors();
        return IntStream.range(0, authors.size()).mapToObj(i -> new Scored(authors.get(i), posteriors.get(i),
                posteriors.get(i).interval(), posteriors.get(i).above(0), differences.get(i).logEValue())).toList();
    }

    private static List<Scored> byHitRate(List<AuthorSums> authors) {
        HitRates field = HitRates.of(authors.stream().map(AuthorSums::calls).toList());
        return authors.stream().map(author -> {
            double n = author.calls().n();
            // A hit is half a point better than a coin's chance, a miss half a point worse
            Differences toCoin = new Differences(n, author.calls().hits() - n * COIN_HITS, n * COIN_HITS * COIN_HITS, null);
            return new Scored(author, field.posterior(author.calls()), field.interval(author.calls()),
                    field.above(author.calls(), COIN_HITS), toCoin.logEValue());
        }).toList();
    }

    private static List<Integer> order(List<Scored> scored, Optional<List<Ranking.Place>> ranks) {
        return IntStream.range(0, scored.size()).boxed().sorted(Comparator.comparingDouble(
                (Integer i) -> ranks.map(known -> known.get(i).expectedRank()).orElse(-scored.get(i).posterior.mean())))
                .toList();
    }

    private static Place place(Scored one, Integer rank, Interval rankInterval, boolean better, BoardScope scope) {
        AuthorSums author = one.author;
        Brier brier = author.brierScore();
        return new Place(author.id(), author.author(), true, rank, rankInterval, n(author, scope), one.posterior.mean(),
                one.interval, one.above, one.logEValue, better, author.n(), brier.mean(), brier.interval(), author.calls().n(),
                author.calls().hits());
    }

    static Place unranked(AuthorSums author, BoardScope scope) {
        Brier brier = author.brierScore();
        return new Place(author.id(), author.author(), false, null, null, n(author, scope), null, null, null, null, false,
                author.n(), brier.mean(), brier.interval(), author.calls().n(), author.calls().hits());
    }

    private static Field field(List<AuthorSums> authors, List<Place> places, int found, BoardScope scope) {
        long forecasts = authors.stream().mapToLong(author -> n(author, scope)).sum();
        long yes = authors.stream().mapToLong(author -> scope.byCalls() ? author.callsYes()
                : scope.reference() ? author.pairedHits() : author.hits()).sum();
        int ranked = (int) places.stream().filter(Place::rankable).count();
        if (forecasts == 0) {
            return new Field(authors.size(), ranked, ranked, found, 0, null, 1, null, 1);
        }
        double o = (double) yes / forecasts;
        double given = scope.reference() ? authors.stream().mapToDouble(AuthorSums::referenceBrier).sum() / forecasts : 0.25;
        double coin = scope.byCalls() ? COIN_HITS : given - 0.25;
        double baseRate = scope.byCalls() ? Math.max(o, 1 - o) : given - o * (1 - o);
        return new Field(authors.size(), ranked, ranked, found, forecasts, coin, above(places, coin), baseRate,
                above(places, baseRate));
    }

    /** A name for the set of the first so many of the scope: another one as soon as somebody comes among them or leaves. */
    UUID nameOfFirst(int many, BoardScope scope) {
        return UUID.nameUUIDFromBytes(places.stream().limit(many).map(place -> place.authorId().toString()).sorted()
                .collect(Collectors.joining(" ", scope + " ", "")).getBytes(StandardCharsets.UTF_8));
    }

    private static int above(List<Place> places, double score) {
        return 1 + (int) places.stream().filter(place -> place.rankable() && place.score() > score).count();
    }
}
