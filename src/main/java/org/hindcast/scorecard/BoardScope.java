package org.hindcast.scorecard;

import java.time.YearMonth;

import org.hindcast.web.InvalidInput;
import org.hindcast.web.Query;

/**
 * Which board.
 *
 * @param topic null for all but the classics
 * @param from first month of the due instant, in UTC; null for no matter
 * @param to last month of the due instant
 * @param minimum fewest forecasts or calls to be ranked
 * @param reference against the references on record rather than against a coin
 */
record BoardScope(Leaderboard.Board board, String topic, YearMonth from, YearMonth to, int minimum, boolean reference) {

    /** Famous single calls, kept apart from the boards: they are on record because they are famous. */
    static final String CLASSICS = "classics";
    /** Fewest scored forecasts, and fewest calls, to be ranked where nobody says otherwise. */
    static final int MINIMUM = 10;

    /** @throws InvalidInput naming the parameter */
    static BoardScope parse(Leaderboard.Board board, String topic, String from, String to, String minimum, String reference) {
        Scope scope = Scope.parse(topic, Query.given(from), Query.given(to), null);
        Leaderboard.Board wanted = board == null ? Leaderboard.Board.probabilities : board;
        return new BoardScope(wanted, scope.topic(), scope.from(), scope.to(), minimum(Query.given(minimum)),
                reference(Query.given(reference)) && wanted == Leaderboard.Board.probabilities);
    }

    boolean byCalls() {
        return board == Leaderboard.Board.calls;
    }

    /** Whether it is one of those that are kept: of a topic or of all, the whole time, the usual minimum. */
    boolean isKept() {
        return from == null && to == null && minimum == MINIMUM;
    }

    String topicOrAll() {
        return topic == null ? "" : topic;
    }

    private static int minimum(String value) {
        try {
            int minimum = value == null ? MINIMUM : Integer.parseInt(value);
            if (minimum >= 1) {
                return minimum;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidInput("minimum", "a whole number from 1 on is accepted");
    }

    private static boolean reference(String value) {
        if (value == null || value.equals("false") || value.equals("true")) {
            return "true".equals(value);
        }
        throw new InvalidInput("reference", "true or false is accepted");
    }
}
