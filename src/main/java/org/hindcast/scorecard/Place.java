package org.hindcast.scorecard;

import java.util.UUID;

import org.hindcast.author.AuthorRef;
import org.hindcast.score.Interval;

/**
 * An author on a board.
 *
 * @param rankable whether there are enough forecasts, or calls
 * @param rank 1 is best; null where not rankable, or where too few are
 * @param rankInterval 90 % interval of the rank; null with it
 * @param n what the score is of: scored forecasts, those with a reference, or calls
 * @param score shrunken mean; higher is better; null where not rankable
 * @param interval 95 % interval of the score; null with it
 * @param above probability that the true mean is above the reference; null with it
 * @param logEValue ln of the evidence that it is
 * @param better whether it stands among all that were tested (e-BH)
 * @param forecasts scored forecasts with a probability
 * @param brier their mean Brier score; null without any
 * @param brierInterval 95 % interval of that; null below two
 */
record Place(UUID authorId, AuthorRef author, boolean rankable, Integer rank, Interval rankInterval, long n, Double score,
        Interval interval, Double above, Double logEValue, boolean better, long forecasts, Double brier, Interval brierInterval,
        long calls, long callHits) {
}
