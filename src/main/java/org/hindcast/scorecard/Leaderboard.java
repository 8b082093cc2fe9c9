package org.hindcast.scorecard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.hindcast.author.AuthorRef;
import org.hindcast.score.Interval;
import org.hindcast.score.Ranking;

/**
 * Authors in order of what is known of their skill.
 *
 * @param asOf the moment of which it is true
 * @param from first month of the due instant that is counted; null for all
 * @param minimum fewest forecasts, or calls, to be ranked
 * @param reference whether against the references on record rather than against a coin
 * @param items the rankable ones; without ranks where there are fewer than three
 * @param next the cursor of the items after these; null on the last page
 * @param references a coin and the base rate, as if they were authors
 * @param unranked those with too few that counts on this board, those with most first; on the first page only
 * @param note what the score is, and what it is not
 */
public record Leaderboard(Instant asOf, Board board, String topic, YearMonth from, YearMonth to, int minimum, boolean reference,
        List<Ranked> items, String next, List<Reference> references, Tests tests, List<Unranked> unranked, String note) {

    public enum Board {
        /** By the shrunken mean of Brier differences. */
        probabilities,
        /** By the shrunken hit rate of flat claims and bets. */
        calls
    }

    /**
     * @param rank 1 is best; null where too few are rankable
     * @param rankInterval 90 % interval of the rank; null with it
     * @param n scored forecasts, or calls
     * @param score shrunken mean; higher is better
     * @param interval 95 % interval of the score
     * @param aboveReference probability that the true mean is above what it is compared with
     * @param logEValue ln of the evidence for that, valid at any time
     * @param better whether that stands, see {@link Tests}
     */
    public record Ranked(Integer rank, Interval rankInterval, AuthorRef author, long n, double score, Interval interval,
            double aboveReference, double logEValue, boolean better) {

        private static Ranked of(Place place) {
            return new Ranked(place.rank(), place.rankInterval(), place.author(), place.n(), place.score(), place.interval(),
                    place.above(), place.logEValue(), place.better());
        }
    }

    /**
     * Nobody, for comparison.
     *
     * @param n the forecasts, or calls, that everybody together has in the scope
     * @param score what it would score on them: known, not estimated
     * @param place how many ranked authors are above it, plus 1
     */
    public record Reference(Kind kind, String name, long n, double score, int place) {

        public enum Kind {
            /** Says one half each time. */
            COIN,
            /**
             * Says each time how often these forecasts' questions came out YES; calls the commoner side. Known afterwards only.
             */
            BASE_RATE
        }
    }

    /**
     * Who is better than a coin, or than the references on record: e-BH (Wang and Ramdas 2022) on the e-values of all tested.
     *
     * @param found of how many it stands
     * @param falseDiscoveryRate the share of false ones among them that is expected at most
     */
    public record Tests(int tested, int found, double falseDiscoveryRate) {
    }

    public record Unranked(AuthorRef author, long n, long calls) {
    }

    static Leaderboard of(BoardScope scope, Instant asOf, Standings.Field field, List<Place> ranked, String next,
            List<Place> unranked) {
        return new Leaderboard(asOf, scope.board(), scope.topic(), scope.from(), scope.to(), scope.minimum(), scope.reference(),
                ranked.stream().map(Ranked::of).toList(), next, references(field),
                new Tests(field.tested(), field.found(), Standings.FALSE_DISCOVERY_RATE),
                unranked.stream().map(place -> new Unranked(place.author(), place.forecasts(), place.calls())).toList(),
                note(scope, field));
    }

    private static List<Reference> references(Standings.Field field) {
        List<Reference> references = new ArrayList<>();
        if (field.coin() != null) {
            references.add(new Reference(Reference.Kind.COIN, "A coin", field.forecasts(), field.coin(), field.coinPlace()));
            references.add(new Reference(Reference.Kind.BASE_RATE, "The base rate", field.forecasts(), field.baseRate(),
                    field.baseRatePlace()));
        }
        return references;
    }

    private static String note(BoardScope scope, Standings.Field field) {
        String score = scope.byCalls() ? "Hit rate of flat claims and bets, shrunken towards that of all"
                : scope.reference()
                        ? "Mean of (reference's Brier - own Brier) over forecasts with a reference on record, shrunken towards the mean of all"
                        : "Against a coin: mean of (0.25 - Brier), shrunken towards the mean of all";
        return score + "; from " + scope.minimum() + (scope.byCalls() ? " calls" : " forecasts")
                + " on. Authors answered different questions: a high place may come of easy ones."
                + (field.ranked() < Ranking.MINIMUM ? " Too few authors to rank: that takes three." : "");
    }
}
