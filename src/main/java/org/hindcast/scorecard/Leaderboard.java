package org.hindcast.scorecard;

import java.time.Instant;
import java.util.List;

import org.hindcast.author.AuthorRef;
import org.hindcast.score.Interval;

/**
 * Authors in order of what is known of their skill.
 *
 * @param items the rankable ones; without ranks where there are fewer than three
 * @param unranked those with too few forecasts
 * @param note what the score is, and what it is not
 */
public record Leaderboard(Instant asOf, Board board, List<Ranked> items, List<Unranked> unranked, String note) {

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
     */
    public record Ranked(Integer rank, Interval rankInterval, AuthorRef author, long n, double score, Interval interval) {
    }

    public record Unranked(AuthorRef author, long n, long calls) {
    }
}
