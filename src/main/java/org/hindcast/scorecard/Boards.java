package org.hindcast.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.author.Author;
import org.hindcast.author.AuthorRef;
import org.hindcast.score.Calls;
import org.hindcast.score.Differences;
import org.hindcast.score.HitRates;
import org.hindcast.score.Interval;
import org.hindcast.score.Lexicon;
import org.hindcast.score.Ranking;
import org.hindcast.score.Shrinkage;

/** Ranks authors from their cells. */
@ApplicationScoped
class Boards {

    /** Fewest scored forecasts, and fewest calls, to be ranked where nobody says otherwise. */
    static final int MINIMUM_FORECASTS = 10;
    static final int MINIMUM_CALLS = 10;

    private static final int MOST_UNRANKED = 200;
    private static final long SEED = 1;

    @Inject
    Cells cells;

    /** An author with what the board is made of. */
    private record Candidate(AuthorRef author, long n, Calls calls, Differences differences) {
    }

    private record Scored(Candidate candidate, Ranking.Posterior posterior, Interval interval) {
    }

    /**
     * @param topic null for all but the classics
     * @param minimum fewest forecasts or calls to be ranked; null for the default
     * @param reference against the references on record rather than against a coin
     */
    Leaderboard of(Leaderboard.Board board, String topic, Integer minimum, boolean reference, Instant now) {
        boolean byCalls = board == Leaderboard.Board.calls;
        int fewest = minimum != null ? minimum : byCalls ? MINIMUM_CALLS : MINIMUM_FORECASTS;
        List<Candidate> rankable = new ArrayList<>();
        List<Leaderboard.Unranked> unranked = new ArrayList<>();
        for (Candidate candidate : candidates(topic, reference)) {
            double n = byCalls ? candidate.calls.n() : candidate.differences == null ? 0 : candidate.differences.n();
            if (n >= fewest) {
                rankable.add(candidate);
            } else {
                unranked.add(new Leaderboard.Unranked(candidate.author, candidate.n, candidate.calls.n()));
            }
        }
        List<Scored> scored = byCalls ? byHitRate(rankable) : byDifference(rankable);
        unranked.sort(Comparator.comparing((Leaderboard.Unranked one) -> -one.n() - one.calls())
                .thenComparing(one -> one.author().slug()));
        return new Leaderboard(now, board, ranked(scored, byCalls), unranked.stream().limit(MOST_UNRANKED).toList(),
                note(byCalls, reference, fewest, rankable.size()));
    }

    private List<Candidate> candidates(String topic, boolean reference) {
        Map<UUID, List<Cell>> scored = cells.scored(topic);
        Map<UUID, AuthorRef> authors = new HashMap<>();
        Author.<Author> list("id in ?1", scored.keySet()).forEach(author -> authors.put(author.id, AuthorRef.of(author)));
        return scored.entrySet().stream().map(entry -> {
            List<Cell> probabilities = entry.getValue().stream().filter(Cell::isScoredProbability).toList();
            return new Candidate(authors.get(entry.getKey()), probabilities.stream().mapToLong(Cell::n).sum(),
                    Scorecard.calls(entry.getValue()), differences(probabilities, reference));
        }).sorted(Comparator.comparing(candidate -> candidate.author.slug())).toList();
    }

    private static Differences differences(List<Cell> probabilities, boolean reference) {
        return reference ? Scorecard.differences(probabilities, Lexicon.standard())
                : Differences.againstCoin(Scorecard.levels(probabilities, Lexicon.standard()).levels());
    }

    private static List<Scored> byDifference(List<Candidate> rankable) {
        if (rankable.isEmpty()) {
            return List.of();
        }
        List<Ranking.Posterior> posteriors = Shrinkage.of(rankable.stream().map(Candidate::differences).toList()).posteriors();
        return IntStream.range(0, rankable.size())
                .mapToObj(i -> new Scored(rankable.get(i), posteriors.get(i), posteriors.get(i).interval())).toList();
    }

    private static List<Scored> byHitRate(List<Candidate> rankable) {
        if (rankable.isEmpty()) {
            return List.of();
        }
        HitRates field = HitRates.of(rankable.stream().map(Candidate::calls).toList());
        return rankable.stream()
                .map(candidate -> new Scored(candidate, field.posterior(candidate.calls), field.interval(candidate.calls)))
                .toList();
    }

    private static List<Leaderboard.Ranked> ranked(List<Scored> scored, boolean byCalls) {
        Optional<List<Ranking.Place>> places = Ranking.of(scored.stream().map(Scored::posterior).toList(), SEED);
        List<Integer> order = IntStream.range(0, scored.size()).boxed().sorted(Comparator.comparingDouble(
                (Integer i) -> places.map(known -> known.get(i).expectedRank()).orElse(-scored.get(i).posterior.mean())))
                .toList();
        List<Leaderboard.Ranked> items = new ArrayList<>();
        for (int i : order) {
            Scored one = scored.get(i);
            long n = byCalls ? one.candidate.calls.n() : (long) one.candidate.differences.n();
            items.add(new Leaderboard.Ranked(places.isPresent() ? items.size() + 1 : null,
                    places.map(known -> known.get(i).interval()).orElse(null), one.candidate.author, n, one.posterior.mean(),
                    one.interval));
        }
        return items;
    }

    private static String note(boolean byCalls, boolean reference, int fewest, int rankable) {
        String score = byCalls ? "Hit rate of flat claims and bets, shrunken towards that of all"
                : reference
                        ? "Mean of (reference's Brier - own Brier) over forecasts with a reference on record, shrunken towards the mean of all"
                        : "Against a coin: mean of (0.25 - Brier), shrunken towards the mean of all";
        return score + "; from " + fewest + (byCalls ? " calls" : " forecasts") + " on. Authors answered different questions: "
                + "a high place may come of easy ones." + (rankable < Ranking.MINIMUM ? " Too few to rank." : "");
    }
}
